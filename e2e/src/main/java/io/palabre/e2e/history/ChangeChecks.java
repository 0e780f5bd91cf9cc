// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What became of messages: the last change in the order of the log is what is shown, and nothing
/// brings back what somebody already knew to be gone.
final class ChangeChecks {
    private ChangeChecks() {}

    /// What a message was from one number on.
    private sealed interface State {
        long since();

        boolean mayShow(@Nullable String text);
    }

    private record Said(long since, String text) implements State {
        @Override
        public boolean mayShow(@Nullable String shown) {
            return text.equals(shown);
        }
    }

    /// It said something that nobody remembers.
    private record Erased(long since) implements State {
        @Override
        public boolean mayShow(@Nullable String shown) {
            return shown != null;
        }
    }

    private record Gone(long since) implements State {
        @Override
        public boolean mayShow(@Nullable String shown) {
            return shown == null;
        }
    }

    static void lastWins(Run run, Consumer<String> contradiction) {
        var states = states(run);
        var known = new HashMap<Place, Long>();
        var stays = Stays.of(run);
        var people = run.people();
        var asked = new ArrayList<>(run.all(Op.Shown.class));
        asked.sort((a, b) -> Long.compare(a.asked(), b.asked()));
        var changes = run.all(Op.Changed.class).iterator();
        var next = changes.hasNext() ? changes.next() : null;
        for (var shown : asked) {
            while (next != null && next.nanos() < shown.asked()) {
                known.merge(new Place(next.conversation(), next.message()), next.seq(), Math::max);
                next = changes.hasNext() ? changes.next() : null;
            }
            var place = new Place(shown.conversation(), shown.message());
            var last = known.getOrDefault(place, 0L);
            var person = people.getOrDefault(shown.client(), "nobody");
            // who has left finds things as they were then
            var theirs = stays.visible(person, shown.conversation(), last) ? last : 0;
            judge(shown, states.get(place), theirs, contradiction);
        }
    }

    private static void judge(
            Op.Shown shown,
            @Nullable List<State> states,
            long known,
            Consumer<String> contradiction) {
        if (states == null) return;
        var from = last(states, known).since();
        var possible =
                states.stream()
                        .filter(state -> state.since() >= from)
                        .anyMatch(state -> state.mayShow(shown.text()));
        if (!possible) {
            contradiction.accept("%s, but number %d was known".formatted(shown, known));
        }
    }

    private static State last(List<State> states, long upTo) {
        var last = states.getFirst();
        for (var state : states) if (state.since() <= upTo) last = state;
        return last;
    }

    /// Of those messages that are in logs whose deeds are known.
    private static Map<Place, List<State>> states(Run run) {
        var states = new HashMap<Place, List<State>>();
        var invoked = Sends.of(run).invoked();
        for (var entry : run.entries()) {
            var invoke = entry.key() == null ? null : invoked.get(entry.key());
            if (invoke != null && run.acts().containsKey(entry.conversation())) {
                var first = new Said(entry.seq(), invoke.text());
                states.put(Place.of(entry), new ArrayList<>(List.<State>of(first)));
            }
        }
        for (var act : run.acts().values().stream().flatMap(List::stream).toList()) {
            switch (act.deed()) {
                case Deed.Edited(var message, var text) ->
                        add(
                                states,
                                act,
                                message,
                                text == null ? new Erased(act.seq()) : new Said(act.seq(), text));
                case Deed.Deleted(var message) -> add(states, act, message, new Gone(act.seq()));
                case Deed.Began _, Deed.Joined _, Deed.Removed _, Deed.Left _ -> {}
                case Deed.Appointed _ -> {}
            }
        }
        return states;
    }

    private static void add(Map<Place, List<State>> states, Act act, long message, State state) {
        states.computeIfAbsent(new Place(act.conversation(), message), _ -> new ArrayList<>())
                .add(state);
    }
}
