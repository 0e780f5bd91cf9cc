// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.Alarms;
import io.palabre.core.ids.PersonId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Those whom a node holds no more. If no other does, they are shown as before until that is
/// confirmed: they may have moved to a node whose word was lost.
final class Absences {

    private static final int MOST_LAST_SEEN = 10_000;

    private record Held(Presence before, long until) {
        Held latest(Held other) {
            return new Held(other.before, Math.max(until, other.until));
        }
    }

    private final Map<PersonId, Held> held = new HashMap<>();
    private final Alarms<PersonId> alarms = new Alarms<>();
    private final Map<PersonId, Instant> lastSeen = new LinkedHashMap<>();

    /// A node does not hold this person any more; it is not believed before that time.
    void began(PersonId person, Presence before, long until) {
        held.merge(person, new Held(before, until), Held::latest);
        alarms.set(person, until);
    }

    /// Whoever says that a person went also says when.
    void lastSeen(Sighting sighting) {
        var at = sighting.presence().lastSeen();
        lastSeen.remove(sighting.person());
        if (at != null) {
            lastSeen.put(sighting.person(), at);
        }
        if (lastSeen.size() > MOST_LAST_SEEN) {
            lastSeen.remove(lastSeen.keySet().iterator().next());
        }
    }

    Presence shown(PersonId person) {
        var before = held.get(person);
        return before == null ? Presence.offline(lastSeen.get(person)) : before.before();
    }

    /// Takes those whose absence is confirmed now.
    List<PersonId> confirmed(long now) {
        return alarms.due(now).stream().filter(person -> isConfirmed(person, now)).toList();
    }

    private boolean isConfirmed(PersonId person, long now) {
        var absence = held.get(person);
        if (absence != null && absence.until() > now) {
            alarms.set(person, absence.until());
            return false;
        }
        held.remove(person);
        return true;
    }

    long next() {
        return alarms.next();
    }
}
