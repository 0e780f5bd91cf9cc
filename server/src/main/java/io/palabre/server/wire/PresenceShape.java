// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Person;
import io.palabre.core.presence.Availability;
import io.palabre.core.presence.Presence;
import io.palabre.core.presence.Sighting;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `Presence` in `openapi.yaml`: what others may see of somebody.
///
/// @param isOnline left out when it cannot be told just now
public record PresenceShape(
        String userId,
        @Nullable Boolean isOnline,
        String status,
        @Nullable String statusText,
        @Nullable Instant lastSeen) {

    /// Right after a change, when presence knows what the store does not yet.
    public static PresenceShape of(Sighting sighting) {
        var now = sighting.presence();
        return of(sighting.person(), now, now.lastSeen());
    }

    public static PresenceShape of(Person person, Presence now) {
        return of(person.id(), now, lastSeen(person, now));
    }

    private static PresenceShape of(PersonId person, Presence now, @Nullable Instant lastSeen) {
        return new PresenceShape(
                person.toString(),
                isOnline(now),
                now.availability().status().name().toLowerCase(Locale.ROOT),
                now.text(),
                lastSeen);
    }

    static @Nullable Boolean isOnline(Presence now) {
        return now.availability() == Availability.UNKNOWN ? null : now.isOnline();
    }

    /// When somebody offline went, as well as it is known; after a crash nobody was seen going, and
    /// the last thing they did tells it. Null for who was never there.
    static @Nullable Instant lastSeen(Person person, Presence now) {
        var seen = person.lastSeen();
        if (now.isOnline()) return seen;
        if (now.lastSeen() != null) return now.lastSeen();
        var active = person.lastActive();
        if (seen == null || active == null) return seen == null ? active : seen;
        return active.isAfter(seen) ? active : seen;
    }
}
