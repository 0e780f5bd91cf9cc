// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Whether those who held numbers of a past that is no more were told.
final class EpochChecks {
    private record Dated(String epoch, Place place) {}

    private final Run run;
    private final Consumer<String> contradiction;
    private final Map<String, String> served = new HashMap<>();
    private final Map<String, String> held = new HashMap<>();
    private final Set<String> caughtOut = new HashSet<>();
    private final Map<Dated, Entry> first = new HashMap<>();
    private @Nullable String latest;

    private EpochChecks(Run run, Consumer<String> contradiction) {
        this.run = run;
        this.contradiction = contradiction;
    }

    static void told(Run run, Consumer<String> contradiction) {
        var checks = new EpochChecks(run, contradiction);
        for (var greeted : run.all(Op.Greeted.class)) checks.latest = greeted.epoch();
        run.ops().forEach(checks::note);
    }

    private void note(Op op) {
        switch (op) {
            case Op.Greeted greeted -> {
                served.put(greeted.client(), greeted.epoch());
                held.putIfAbsent(greeted.client(), greeted.epoch());
            }
            case Op.Reset reset -> held.put(reset.client(), reset.epoch());
            case Op.Resume resume -> resume(resume);
            case Op.Seen seen -> seen(seen);
            case Op.OfSend _, Op.OfReading _, Op.OfMessage _, Op.OfFile _ -> {}
            case Op.OfWorld _, Op.Connected _ -> {}
        }
    }

    /// A cursor of the history that lasted must lie within it.
    private void resume(Op.Resume resume) {
        var epoch = held.get(resume.client());
        if (epoch == null || !epoch.equals(latest)) return;
        resume.cursors()
                .forEach(
                        (conversation, seq) -> {
                            if (seq > run.log(conversation).size()) {
                                contradiction.accept(
                                        "%s holds what this history has lost".formatted(resume));
                            }
                        });
    }

    private void seen(Op.Seen seen) {
        var now = served.get(seen.client());
        if (now == null) return;
        var before = first.putIfAbsent(new Dated(now, Place.of(seen.entry())), seen.entry());
        if (before != null && !sameEvent(before, seen.entry())) {
            contradiction.accept("%s, in the same history it is %s".formatted(seen, before));
        }
        if (!now.equals(held.get(seen.client()))
                && seen.via() == Via.SYNC
                && caughtOut.add(seen.client())) {
            contradiction.accept("%s was never told that the past has changed".formatted(seen));
        }
    }

    /// Whatever it says by now.
    private static boolean sameEvent(Entry one, Entry other) {
        return one.ord() == other.ord()
                && one.sender().equals(other.sender())
                && Objects.equals(one.cid(), other.cid());
    }
}
