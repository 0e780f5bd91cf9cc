// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import java.time.Duration;

/// What others may see of a person: the one place where it is decided. Nothing else leaves the node
/// on which the person is.
class Publication {

    private final Duration idleAfter;

    Publication(Duration idleAfter) {
        this.idleAfter = idleAfter;
    }

    Presence of(Attendee attendee, long now) {
        if (attendee.isEmpty() || attendee.wish().invisible()) {
            return Presence.OFFLINE;
        }
        return Presence.online(
                availability(attendee, now), attendee.wish().text(), attendee.onlyMobile());
    }

    private Availability availability(Attendee attendee, long now) {
        return switch (attendee.wish().status()) {
            case BUSY -> Availability.BUSY;
            case AWAY -> Availability.AWAY;
            case INVISIBLE -> Availability.OFFLINE;
            case AVAILABLE ->
                    attendee.idle(idleAfter, now) ? Availability.IDLE : Availability.AVAILABLE;
        };
    }
}
