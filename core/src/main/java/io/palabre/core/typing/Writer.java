// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.typing;

import io.palabre.core.presence.DeviceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One who writes in a conversation, or did a moment ago; times in milliseconds of the stopwatch.
final class Writer {
    private final Map<DeviceId, Long> until = new HashMap<>(2);
    private boolean shown;
    private boolean news;
    private long nextAt = Long.MIN_VALUE;

    /// What others are to hear.
    enum Word {
        WRITES,
        STOPPED,
        NOTHING
    }

    void key(DeviceId device, long lastsUntil) {
        until.put(device, lastsUntil);
        news = true;
    }

    void stop(DeviceId device) {
        until.remove(device);
    }

    /// Lets all devices stop; answers which.
    Set<DeviceId> stop() {
        var devices = Set.copyOf(until.keySet());
        until.clear();
        return devices;
    }

    /// Lets the devices stop that said nothing for too long; answers which.
    Set<DeviceId> expire(long now) {
        var over =
                until.entrySet().stream()
                        .filter(device -> device.getValue() <= now)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet());
        until.keySet().removeAll(over);
        return over;
    }

    /// What others are to hear now.
    Word word(TypingRules rules, long now) {
        if (until.isEmpty()) {
            var stopped = shown;
            shown = false;
            news = false;
            return stopped ? Word.STOPPED : Word.NOTHING;
        }
        if (!news || now < nextAt) {
            return Word.NOTHING;
        }
        shown = true;
        news = false;
        nextAt = now + rules.every().toMillis();
        return Word.WRITES;
    }

    /// Whether nothing need be remembered of it.
    boolean isOver(long now) {
        return until.isEmpty() && now >= nextAt;
    }

    /// When to look at it again.
    long next() {
        var end = until.values().stream().mapToLong(Long::longValue).min().orElse(nextAt);
        return news ? Math.min(end, nextAt) : end;
    }
}
