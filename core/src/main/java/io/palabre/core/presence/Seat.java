// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import org.jspecify.annotations.Nullable;

/// A device where it sits: what holds it, until when, and how active it was. All times are
/// milliseconds of the stopwatch.
///
/// @param since when it was first seen
/// @param activeAt its last activity
/// @param until when it no longer counts; [#FOREVER] for an open socket
record Seat(Device device, Hold hold, long since, long activeAt, long until) {

    static final long FOREVER = Long.MAX_VALUE;

    static Seat open(Device device, long now) {
        return new Seat(device, Hold.OPEN, now, now, FOREVER);
    }

    /// The first call of a device without a socket, or one more.
    static Seat leased(Device device, @Nullable Seat before, long now, long until) {
        return before == null
                ? new Seat(device, Hold.LEASED, now, now, until)
                : new Seat(device, Hold.LEASED, before.since, before.activeAt, until);
    }

    /// The same device over another transport.
    Seat over(Device device) {
        return new Seat(device, hold, since, activeAt, until);
    }

    Seat closing(long until) {
        return new Seat(device, Hold.CLOSING, since, activeAt, until);
    }

    /// What a client says of its activity is believed within the life of the device, and never
    /// takes back what was known.
    Seat activeAt(long said, long now) {
        var at = Math.max(activeAt, Math.clamp(said, since, now));
        return new Seat(device, hold, since, at, until);
    }

    boolean is(Hold hold) {
        return this.hold == hold;
    }
}
