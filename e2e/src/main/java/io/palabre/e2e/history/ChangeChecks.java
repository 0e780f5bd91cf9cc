// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What became of messages: the last change in the order of the log is what is shown, and nothing
/// brings back what somebody already knew to be gone.
final class ChangeChecks {
    private ChangeChecks() {}

    /// What a message was in the course of time.
    private static final class Fate {
        private final TreeSet<Long> changes = new TreeSet<>();
        private final Map<String, Long> lastSaid = new HashMap<>();
        private long lastErased;
        private long lastGone;

        void says(long since, String text) {
            changes.add(since);
            lastSaid.put(text, since);
        }

        /// It said something that nobody remembers.
        void erased(long since) {
            changes.add(since);
            lastErased = since;
        }

        void gone(long since) {
            changes.add(since);
            lastGone = since;
        }

        /// Whether it may show this, to one who knows of the changes up to a number.
        boolean mayShow(@Nullable String text, long known) {
            var last = changes.floor(known);
            long from = last == null ? changes.first() : last;
            if (text == null) return lastGone >= from;
            return lastSaid.getOrDefault(text, 0L) >= from || lastErased >= from;
        }
    }

    static void lastWins(Run run, Consumer<String> contradiction) {
        var fates = fates(run);
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
            var fate = fates.get(place);
            if (fate != null && !fate.mayShow(shown.text(), theirs)) {
                contradiction.accept("%s, but number %d was known".formatted(shown, theirs));
            }
        }
    }

    /// Of those messages that are in logs whose deeds are known.
    private static Map<Place, Fate> fates(Run run) {
        var fates = new HashMap<Place, Fate>();
        var invoked = Sends.of(run).invoked();
        for (var entry : run.entries()) {
            var invoke = entry.key() == null ? null : invoked.get(entry.key());
            if (invoke != null && run.acts().containsKey(entry.conversation())) {
                fate(fates, entry.conversation(), entry.seq()).says(entry.seq(), invoke.text());
            }
        }
        for (var act : run.acts().values().stream().flatMap(List::stream).toList()) {
            switch (act.deed()) {
                case Deed.Edited(var message, var text) -> {
                    var fate = fate(fates, act.conversation(), message);
                    if (text == null) fate.erased(act.seq());
                    else fate.says(act.seq(), text);
                }
                case Deed.Deleted(var message) ->
                        fate(fates, act.conversation(), message).gone(act.seq());
                case Deed.Began _, Deed.Joined _, Deed.Removed _, Deed.Left _ -> {}
                case Deed.Appointed _ -> {}
            }
        }
        return fates;
    }

    private static Fate fate(Map<Place, Fate> fates, String conversation, long message) {
        return fates.computeIfAbsent(new Place(conversation, message), _ -> new Fate());
    }
}
