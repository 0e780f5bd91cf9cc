// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.Alarms;
import io.palabre.core.ids.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects what is to be stored, the latest of each person.
final class Traces {

    private final Duration writeEvery;
    private final Map<PersonId, Trace> pending = new LinkedHashMap<>();
    private long writeAt = Alarms.NEVER;

    Traces(Duration writeEvery) {
        this.writeEvery = writeEvery;
    }

    void active(PersonId person, Instant lastActive, Moment now) {
        var before = pending.get(person);
        if (before == null) {
            put(new Trace(person, null, lastActive), now);
        } else if (before.lastActive() == null || before.lastActive().isBefore(lastActive)) {
            put(new Trace(person, before.lastSeen(), lastActive), now);
        }
    }

    void seen(PersonId person, Instant lastSeen, Moment now) {
        var before = pending.get(person);
        put(new Trace(person, lastSeen, before == null ? null : before.lastActive()), now);
    }

    private void put(Trace trace, Moment now) {
        pending.put(trace.person(), trace);
        writeAt = Math.min(writeAt, now.millis() + writeEvery.toMillis());
    }

    @Nullable Instant lastSeen(PersonId person) {
        var trace = pending.get(person);
        return trace == null ? null : trace.lastSeen();
    }

    boolean due(long now) {
        return now >= writeAt;
    }

    List<Trace> take() {
        var taken = List.copyOf(pending.values());
        pending.clear();
        writeAt = Alarms.NEVER;
        return taken;
    }

    long next() {
        return writeAt;
    }
}
