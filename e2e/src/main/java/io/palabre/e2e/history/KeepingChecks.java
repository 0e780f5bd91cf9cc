// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the log keeps: all that was promised, once, unaltered, and nothing else.
final class KeepingChecks {
    private KeepingChecks() {}

    static void acknowledged(Run run, Consumer<String> contradiction) {
        var log = byPlace(run);
        for (var ok : run.all(Op.Ok.class)) {
            var entry = log.get(new Place(ok.send().conversation(), ok.seq()));
            if (entry == null || !ok.send().equals(entry.key())) {
                contradiction.accept("%s was acknowledged, but there is %s".formatted(ok, entry));
            }
        }
    }

    static void once(Run run, Consumer<String> contradiction) {
        var kept = new HashSet<SendKey>();
        for (var entry : run.entries()) {
            var key = entry.key();
            if (key != null && !kept.add(key)) {
                contradiction.accept("%s is there again as %d".formatted(key, entry.seq()));
            }
        }
        var numbers = new HashMap<SendKey, Long>();
        for (var ok : run.all(Op.Ok.class)) {
            var before = numbers.putIfAbsent(ok.send(), ok.seq());
            if (before != null && before != ok.seq()) {
                contradiction.accept("%s, but before it was %d".formatted(ok, before));
            }
        }
    }

    static void nothingElse(Run run, Consumer<String> contradiction) {
        var sends = Sends.of(run);
        for (var entry : run.entries()) {
            var key = entry.key();
            if (key == null && entry.isMessage()) {
                contradiction.accept("%s has no sender's id".formatted(entry));
            } else if (key != null) {
                stems(entry, sends.invoked().get(key), contradiction);
                if (sends.refused().contains(key) && !sends.acknowledged().containsKey(key)) {
                    contradiction.accept("%s had been refused".formatted(entry));
                }
            }
        }
    }

    private static void stems(
            Entry entry, Op.@Nullable Invoke invoke, Consumer<String> contradiction) {
        if (invoke == null) {
            contradiction.accept("nobody sent %s".formatted(entry));
        } else if (!entry.text().equals(Plain.CHANGED) && !invoke.text().equals(entry.text())) {
            contradiction.accept("%s was sent as '%s'".formatted(entry, invoke.text()));
        }
    }

    static void dense(Run run, Consumer<String> contradiction) {
        run.logs()
                .forEach(
                        (conversation, log) -> {
                            long seq = 0;
                            long ord = 0;
                            for (var entry : log) {
                                if (entry.seq() != ++seq
                                        || (entry.isMessage() && entry.ord() != ++ord)) {
                                    contradiction.accept(
                                            "after %d (message %d) of %s comes %s"
                                                    .formatted(seq, ord, conversation, entry));
                                    seq = entry.seq();
                                    ord = Math.max(ord, entry.ord());
                                }
                            }
                        });
    }

    static void agreement(Run run, Consumer<String> contradiction) {
        var first = byPlace(run);
        for (var seen : run.all(Op.Seen.class)) {
            var known = first.putIfAbsent(Place.of(seen.entry()), seen.entry());
            if (known != null && !known.equals(seen.entry())) {
                contradiction.accept("%s, elsewhere it is %s".formatted(seen, known));
            }
        }
        for (var ok : run.all(Op.Ok.class)) {
            var known = first.get(new Place(ok.send().conversation(), ok.seq()));
            if (known != null && !ok.send().equals(known.key())) {
                contradiction.accept("%s, elsewhere it is %s".formatted(ok, known));
            }
        }
    }

    private static Map<Place, Entry> byPlace(Run run) {
        var places = new HashMap<Place, Entry>();
        run.entries().forEach(entry -> places.putIfAbsent(Place.of(entry), entry));
        return places;
    }
}
