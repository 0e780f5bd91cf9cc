// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What people end up with on their screens.
final class ViewChecks {
    private ViewChecks() {}

    /// A client's copy of a conversation.
    private record View(String client, String conversation) {}

    static void complete(Run run, Consumer<String> contradiction) {
        var views = new HashMap<View, Set<Entry>>();
        for (var seen : run.all(Op.Seen.class)) {
            var view = new View(seen.client(), seen.entry().conversation());
            views.computeIfAbsent(view, _ -> new HashSet<>()).add(seen.entry());
        }
        var followed = new HashMap<View, List<Follower>>();
        for (var follower : run.followers()) {
            var view = new View(follower.client(), follower.conversation());
            followed.computeIfAbsent(view, _ -> new ArrayList<>()).add(follower);
        }
        var logs = new Parts(run);
        followed.forEach(
                (view, parts) ->
                        compare(
                                view,
                                due(logs, parts),
                                views.getOrDefault(view, Set.of()),
                                parts.stream().mapToLong(Follower::after).min().orElse(0),
                                contradiction));
    }

    /// Of one who came and went there are several parts.
    private static Set<Entry> due(Parts logs, List<Follower> parts) {
        var due = new HashSet<Entry>();
        parts.forEach(part -> due.addAll(logs.of(part)));
        return due;
    }

    private static void compare(
            View whose,
            Set<Entry> due,
            Set<Entry> view,
            long after,
            Consumer<String> contradiction) {
        due.stream()
                .filter(entry -> !view.contains(entry))
                .forEach(entry -> contradiction.accept("%s misses %s".formatted(whose, entry)));
        view.stream()
                .filter(entry -> entry.seq() > after && !due.contains(entry))
                .forEach(entry -> contradiction.accept("%s has also %s".formatted(whose, entry)));
    }

    /// A person's read cursor in a conversation.
    private record Cursor(String person, String conversation) {
        static Cursor of(ReadState state) {
            return new Cursor(state.person(), state.conversation());
        }
    }

    static void readState(Run run, Consumer<String> contradiction) {
        var heads = heads(run);
        monotone(run, heads, contradiction);
        var sent = lastSent(run);
        var marked = new HashMap<>(sent);
        run.all(Op.Marked.class)
                .forEach(op -> raise(marked, Cursor.of(op.state()), op.state().readOrd()));
        var asked = new HashMap<>(marked);
        run.all(Op.Mark.class)
                .forEach(op -> raise(asked, new Cursor(op.person(), op.conversation()), op.ord()));
        for (var shown : run.all(Op.Unread.class)) {
            var cursor = Cursor.of(shown.state());
            var left = heads.getOrDefault(cursor.conversation(), 0L) - shown.state().readOrd();
            derived(shown, left, marked.getOrDefault(cursor, 0L), contradiction);
            if (shown.state().readOrd() > asked.getOrDefault(cursor, 0L)) {
                contradiction.accept("%s: nobody read that far".formatted(shown));
            }
        }
    }

    private static void monotone(Run run, Map<String, Long> heads, Consumer<String> contradiction) {
        var last = new HashMap<Map.Entry<String, Cursor>, Long>();
        for (var op : run.all(Op.Marked.class)) {
            var read = op.state().readOrd();
            var before = last.put(Map.entry(op.client(), Cursor.of(op.state())), read);
            if (before != null && before > read) {
                contradiction.accept("%s, but it was %d before".formatted(op, before));
            }
            if (read < op.asked()) {
                contradiction.accept("%s: less than was asked".formatted(op));
            }
            if (read > heads.getOrDefault(op.state().conversation(), 0L)) {
                contradiction.accept("%s: there are not so many".formatted(op));
            }
        }
    }

    private static void derived(
            Op.Unread shown, long left, long least, Consumer<String> contradiction) {
        var state = shown.state();
        if (state.readOrd() < least) {
            contradiction.accept("%s, but it was read up to %d".formatted(shown, least));
        }
        if (state.unread() != left) {
            contradiction.accept("%s, but %d are left".formatted(shown, left));
        }
    }

    /// Sending moves one's own cursor.
    private static Map<Cursor, Long> lastSent(Run run) {
        return run.entries().stream()
                .filter(Entry::isMessage)
                .collect(
                        Collectors.toMap(
                                entry -> new Cursor(entry.sender(), entry.conversation()),
                                Entry::ord,
                                Math::max));
    }

    private static void raise(Map<Cursor, Long> cursors, Cursor cursor, long ord) {
        cursors.merge(cursor, ord, Math::max);
    }

    /// The last message of each conversation.
    private static Map<String, Long> heads(Run run) {
        return run.entries().stream()
                .collect(Collectors.toMap(Entry::conversation, Entry::ord, Math::max));
    }
}
