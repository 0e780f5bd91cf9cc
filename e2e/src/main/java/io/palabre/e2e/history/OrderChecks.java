// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// The order in which things are told and numbered.
final class OrderChecks {
    private OrderChecks() {}

    /// One conversation as told over one connection, by pushes or in one round of catching up.
    ///
    /// @param round pushes have none; which time of asking it was
    private record Stream(String client, int connection, Via via, int round, String conversation) {
        static Stream of(Op.Seen seen, Map<String, Integer> rounds) {
            var round = seen.via() == Via.PUSH ? 0 : rounds.getOrDefault(seen.client(), 0);
            var conversation = seen.entry().conversation();
            return new Stream(seen.client(), seen.connection(), seen.via(), round, conversation);
        }
    }

    /// Numbers rise; those that a push left out, the client got by asking.
    static void perConnection(Run run, Consumer<String> contradiction) {
        var gaps = new Gaps(run);
        var last = new HashMap<Stream, Long>();
        var rounds = new HashMap<String, Integer>();
        for (var op : run.ops()) {
            switch (op) {
                case Op.Resume resume -> rounds.merge(resume.client(), 1, Integer::sum);
                case Op.Seen seen -> {
                    var before = last.put(Stream.of(seen, rounds), seen.entry().seq());
                    if (before != null) follows(seen, before, gaps, contradiction);
                }
                case Op.OfSend _, Op.OfReading _, Op.OfMessage _, Op.OfFile _, Op.OfWorld _ -> {}
                case Op.Connected _, Op.Greeted _, Op.Reset _ -> {}
            }
        }
    }

    private static void follows(
            Op.Seen seen, long before, Gaps gaps, Consumer<String> contradiction) {
        var entry = seen.entry();
        if (entry.seq() <= before) {
            contradiction.accept("%s came after %d".formatted(seen, before));
        }
        for (var seq : gaps.between(seen.client(), entry.conversation(), before, entry.seq())) {
            contradiction.accept("%s came after %d, and %d never".formatted(seen, before, seq));
        }
    }

    static void realTime(Run run, Consumer<String> contradiction) {
        var sends = Sends.of(run);
        run.logs()
                .values()
                .forEach(
                        log -> {
                            var latest = Long.MIN_VALUE;
                            for (var entry : log) {
                                var key = entry.key();
                                var invoke = key == null ? null : sends.invoked().get(key);
                                if (key == null || invoke == null) continue;
                                var ok = sends.acknowledged().get(key);
                                if (ok != null && ok.nanos() < latest) {
                                    contradiction.accept(
                                            "%s was answered before something with a lower number was sent"
                                                    .formatted(entry));
                                }
                                latest = Math.max(latest, invoke.nanos());
                            }
                        });
    }

    static void perSender(Run run, Consumer<String> contradiction) {
        var sends = Sends.of(run);
        var stays = Stays.of(run);
        var last = new HashMap<Map.Entry<String, String>, Op.Ok>();
        for (var invoke : run.all(Op.Invoke.class)) {
            var ok = sends.acknowledged().get(invoke.send());
            if (ok == null || sends.outOfOrder().contains(invoke.send())) continue;
            var before = last.put(Map.entry(invoke.client(), ok.send().conversation()), ok);
            if (before != null
                    && before.seq() >= ok.seq()
                    && !cameBetween(run, stays, invoke.nanos(), ok)) {
                contradiction.accept("%s was sent after %s".formatted(ok, before));
            }
        }
    }

    /// Whether a sender who had been put out may have come back between a message and the one
    /// behind it, with the connection lost before either was answered: the first was refused then,
    /// and sent again behind the second.
    private static boolean cameBetween(Run run, Stays stays, long sent, Op.Ok second) {
        var where = second.send().conversation();
        var in = stays.since(second.send().sender(), where, second.seq());
        if (in.isEmpty()) return false;
        var sawThemIn =
                run.all(Op.Seen.class).stream()
                        .filter(seen -> seen.entry().conversation().equals(where))
                        .filter(seen -> seen.entry().seq() >= in.getAsLong())
                        .anyMatch(seen -> seen.nanos() < sent);
        return !sawThemIn
                && run.all(Op.Connected.class).stream()
                        .filter(again -> again.client().equals(second.client()))
                        .anyMatch(again -> sent < again.nanos() && again.nanos() < second.nanos());
    }
}
