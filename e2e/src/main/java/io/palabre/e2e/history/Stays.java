// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/// When who was in which conversation, in its numbers; the event that brings somebody in and the
/// one that takes them out are both theirs.
final class Stays {
    private record Key(String conversation, String person) {}

    private static final NavigableMap<Long, Long> NONE = Collections.emptyNavigableMap();

    /// The last number of each stay by its first.
    private final Map<Key, NavigableMap<Long, Long>> stays = new HashMap<>();

    /// @param acts of one conversation, in the order of their numbers
    void add(String conversation, List<Act> acts) {
        for (var act : acts) {
            switch (act.deed()) {
                case Deed.Began(_, var members) -> members.forEach(m -> come(act, m));
                case Deed.Joined(var members) -> members.forEach(m -> come(act, m));
                case Deed.Removed(var member) -> go(conversation, member, act.seq());
                case Deed.Left _ -> go(conversation, act.by(), act.seq());
                case Deed.Appointed _, Deed.Edited _, Deed.Deleted _ -> {}
            }
        }
    }

    static Stays of(Run run) {
        var all = new Stays();
        run.acts().forEach(all::add);
        return all;
    }

    boolean visible(String person, String conversation, long seq) {
        var stay = stays.getOrDefault(new Key(conversation, person), NONE).floorEntry(seq);
        return stay != null && seq <= stay.getValue();
    }

    /// The number at which somebody came in who is there at `seq`; empty if they were there from
    /// the beginning, or are not there.
    OptionalLong since(String person, String conversation, long seq) {
        var all = stays.getOrDefault(new Key(conversation, person), NONE);
        var stay = all.floorKey(seq);
        return stay == null || stay == 1 ? OptionalLong.empty() : OptionalLong.of(stay);
    }

    private void come(Act act, String person) {
        stays.computeIfAbsent(new Key(act.conversation(), person), _ -> new TreeMap<>())
                .put(act.seq(), Long.MAX_VALUE);
    }

    private void go(String conversation, String person, long seq) {
        var all = stays.get(new Key(conversation, person));
        if (all != null) all.put(all.lastKey(), seq);
    }
}
