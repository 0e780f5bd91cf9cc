// SPDX-License-Identifier: Apache-2.0
package io.palabre.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// When to look at what again, in milliseconds of the stopwatch. Each key has at most one alarm,
/// the earliest that was set: who is looked at too early just sets another.
public final class Alarms<K> {

    public static final long NEVER = Long.MAX_VALUE;

    private final Map<K, Long> times = new HashMap<>();
    private final TreeMap<Long, Set<K>> keys = new TreeMap<>();

    public void set(K key, long at) {
        var earlier = times.get(key);
        if (earlier != null && earlier <= at) {
            return;
        }
        clear(key);
        times.put(key, at);
        keys.computeIfAbsent(at, _ -> new LinkedHashSet<>()).add(key);
    }

    public void clear(K key) {
        var at = times.remove(key);
        if (at == null) {
            return;
        }
        var sameTime = keys.get(at);
        if (sameTime != null && sameTime.remove(key) && sameTime.isEmpty()) {
            keys.remove(at);
        }
    }

    /// Takes the keys whose time has come, the earliest first.
    public List<K> due(long now) {
        var due = new ArrayList<K>();
        for (var head = keys.firstEntry();
                head != null && head.getKey() <= now;
                head = keys.firstEntry()) {
            due.addAll(head.getValue());
            times.keySet().removeAll(head.getValue());
            keys.pollFirstEntry();
        }
        return due;
    }

    public long next() {
        return keys.isEmpty() ? NEVER : keys.firstKey();
    }

    public void clear() {
        times.clear();
        keys.clear();
    }
}
