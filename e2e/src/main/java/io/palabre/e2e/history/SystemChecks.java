// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What holds of the server as a whole: files, bounds, and how it stands trouble.
final class SystemChecks {
    private static final long SECOND = 1_000_000_000L;
    private static final long SERVES_AGAIN_WITHIN = 5 * SECOND;
    private static final long SETTLES_WITHIN = 10 * SECOND;

    private SystemChecks() {}

    static void files(Run run, Consumer<String> contradiction) {
        var kept = new HashMap<String, String>();
        for (var op : run.ops()) {
            if (op instanceof Op.Uploaded up) kept.put(up.file(), up.sha256());
            if (op instanceof Op.Fetched got && !agrees(kept.get(got.file()), got.sha256())) {
                contradiction.accept("%s, but %s was kept".formatted(got, kept.get(got.file())));
            }
        }
        measured(run, Gauge.LEFT_OVER, contradiction);
    }

    /// What was kept comes back as it was; what was not, does not come.
    private static boolean agrees(@Nullable String kept, @Nullable String got) {
        return kept == null ? got == null : kept.equals(got);
    }

    static void bounded(Run run, Consumer<String> contradiction) {
        measured(run, Gauge.MEMORY, contradiction);
    }

    static void tidy(Run run, Consumer<String> contradiction) {
        measured(run, Gauge.AFTERWARDS, contradiction);
    }

    private static void measured(Run run, Gauge gauge, Consumer<String> contradiction) {
        for (var measured : run.all(Op.Measured.class)) {
            if (measured.gauge() == gauge && measured.value() > measured.most()) {
                contradiction.accept("%s is too much".formatted(measured));
            }
        }
    }

    /// While the store fails the process stays and answers; soon after, all is served again.
    static void stopsOpenly(Run run, Consumer<String> contradiction) {
        var failing = false;
        var sent = false;
        Op.@Nullable StoreHealed waiting = null;
        for (var op : run.ops()) {
            if (waiting != null && sent && op.nanos() > waiting.nanos() + SERVES_AGAIN_WITHIN) {
                contradiction.accept("%s, and nothing is taken 5 s later".formatted(waiting));
                waiting = null;
            }
            switch (op) {
                case Op.StoreFailing _ -> {
                    failing = true;
                    waiting = null;
                }
                case Op.StoreHealed healed -> {
                    failing = false;
                    sent = false;
                    waiting = healed;
                }
                case Op.Invoke _ -> sent = true;
                case Op.Ok _ -> waiting = null;
                case Op.Asked asked -> {
                    if (failing && !asked.answered()) {
                        contradiction.accept("%s, while the store failed".formatted(asked));
                    }
                }
                case Op.Fail _, Op.Unknown _, Op.Again _, Op.Measured _, Op.Calm _ -> {}
                case Op.OfReading _, Op.OfMessage _, Op.OfFile _ -> {}
                case Op.Connected _, Op.Resume _, Op.Seen _, Op.Greeted _, Op.Reset _ -> {}
            }
        }
    }

    static void answered(Run run, Consumer<String> contradiction) {
        var calm = calm(run);
        if (calm == null) return;
        var pending = new HashMap<SendKey, Op.Invoke>();
        for (var op : run.ops()) {
            switch (op) {
                case Op.Invoke invoke -> pending.put(invoke.send(), invoke);
                case Op.Ok ok -> ended(pending, ok.send(), ok.nanos(), calm, contradiction);
                case Op.Fail no -> ended(pending, no.send(), no.nanos(), calm, contradiction);
                case Op.Unknown no -> ended(pending, no.send(), no.nanos(), calm, contradiction);
                case Op.Again _, Op.OfReading _, Op.OfMessage _, Op.OfFile _, Op.OfWorld _ -> {}
                case Op.Connected _, Op.Resume _, Op.Seen _, Op.Greeted _, Op.Reset _ -> {}
            }
        }
        pending.values().forEach(each -> contradiction.accept("%s never ended".formatted(each)));
    }

    private static void ended(
            Map<SendKey, Op.Invoke> pending,
            SendKey send,
            long at,
            Op.Calm calm,
            Consumer<String> contradiction) {
        var invoke = pending.remove(send);
        if (invoke != null && at > Math.max(invoke.nanos(), calm.nanos()) + SETTLES_WITHIN) {
            contradiction.accept("%s ended more than 10 s after %s".formatted(invoke, calm));
        }
    }

    static void caughtUp(Run run, Consumer<String> contradiction) {
        var calm = calm(run);
        if (calm == null) return;
        var first = new HashMap<Map.Entry<String, Place>, Long>();
        for (var seen : run.all(Op.Seen.class)) {
            first.putIfAbsent(Map.entry(seen.client(), Place.of(seen.entry())), seen.nanos());
        }
        var acknowledged = Sends.of(run).acknowledged();
        var logs = new Parts(run);
        for (var follower : run.followers()) {
            for (var entry : logs.of(follower)) {
                var at = first.get(Map.entry(follower.client(), Place.of(entry)));
                var ok = entry.key() == null ? null : acknowledged.get(entry.key());
                var due = Math.max(calm.nanos(), ok == null ? 0 : ok.nanos()) + SETTLES_WITHIN;
                if (at == null || at > due) {
                    contradiction.accept("%s had %s too late: %s".formatted(follower, entry, at));
                }
            }
        }
    }

    private static Op.@Nullable Calm calm(Run run) {
        return run.all(Op.Calm.class).stream().reduce((_, last) -> last).orElse(null);
    }
}
