// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The numbers that clients never had, though there was something at them for their person.
final class Gaps {
    private record View(String client, String conversation) {}

    private final Map<View, NavigableSet<Long>> gaps = new HashMap<>();

    Gaps(Run run) {
        var had = new HashMap<View, TreeMap<Long, Op.Seen>>();
        for (var seen : run.all(Op.Seen.class)) {
            var view = new View(seen.client(), seen.entry().conversation());
            had.computeIfAbsent(view, _ -> new TreeMap<>()).put(seen.entry().seq(), seen);
        }
        var stays = Stays.of(run);
        var people = run.people();
        had.forEach(
                (view, seen) -> {
                    var person = people.getOrDefault(view.client(), "nobody");
                    var known = run.acts().containsKey(view.conversation());
                    var missing = missing(seen.navigableKeySet());
                    missing.removeIf(
                            seq -> known && !stays.visible(person, view.conversation(), seq));
                    gaps.put(view, missing);
                });
    }

    private static NavigableSet<Long> missing(Set<Long> had) {
        var missing = new TreeSet<Long>();
        var next = Long.MAX_VALUE;
        for (var seq : had) {
            while (next < seq) missing.add(next++);
            next = seq + 1;
        }
        return missing;
    }

    /// Those between two numbers.
    Set<Long> between(String client, String conversation, long before, long next) {
        var all = gaps.get(new View(client, conversation));
        return all == null || before >= next
                ? Set.of()
                : new HashSet<>(all.subSet(before, false, next, false));
    }
}
