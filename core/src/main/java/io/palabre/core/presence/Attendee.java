// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One person of this node, with their devices. A device that closed still counts for the linger,
/// so nothing is seen of a reload, on whatever device the person is.
final class Attendee {

    private final PersonId person;
    private final Map<DeviceId, Seat> seats = new LinkedHashMap<>();
    private Wish wish;
    private Presence shown = Presence.OFFLINE;
    private long lastThere = Long.MIN_VALUE;

    Attendee(PersonId person, Wish wish) {
        this.person = person;
        this.wish = wish;
    }

    PersonId person() {
        return person;
    }

    Wish wish() {
        return wish;
    }

    void wish(Wish wish) {
        this.wish = wish;
    }

    /// What others were last shown.
    Presence shown() {
        return shown;
    }

    void shown(Presence shown) {
        this.shown = shown;
    }

    /// When a device was last known to be there, once there is none.
    long lastThere() {
        return lastThere;
    }

    Collection<Seat> seats() {
        return seats.values();
    }

    boolean isEmpty() {
        return seats.isEmpty();
    }

    @Nullable Seat seat(DeviceId device) {
        return seats.get(device);
    }

    void put(Seat seat) {
        seats.put(seat.device().id(), seat);
    }

    /// The open ones.
    List<DeviceId> sockets() {
        return seats.values().stream()
                .filter(seat -> seat.is(Hold.OPEN))
                .map(seat -> seat.device().id())
                .toList();
    }

    boolean has(SessionId session, Hold hold) {
        return seats.values().stream()
                .anyMatch(seat -> seat.is(hold) && seat.device().session().equals(session));
    }

    /// Takes away the devices for which this holds, which were there until now.
    List<Device> remove(Predicate<Seat> gone, long now) {
        var removed = seats.values().stream().filter(gone).map(Seat::device).toList();
        removed.forEach(device -> seats.remove(device.id()));
        if (!removed.isEmpty()) {
            lastThere = Math.max(lastThere, now);
        }
        return removed;
    }

    /// Takes away the devices whose time is over.
    void expire(LocalRules rules, long now) {
        for (var seat : List.copyOf(seats.values())) {
            if (seat.until() <= now) {
                seats.remove(seat.device().id());
                lastThere = Math.max(lastThere, seat.until() - overtime(seat, rules).toMillis());
            }
        }
    }

    private static Duration overtime(Seat seat, LocalRules rules) {
        return switch (seat.hold()) {
            case CLOSING -> rules.linger();
            case LEASED -> rules.lease();
            case OPEN -> Duration.ZERO;
        };
    }

    /// Whether nothing was done on any device for this long.
    boolean idle(Duration idleAfter, long now) {
        return now >= idleAt(idleAfter);
    }

    private long idleAt(Duration idleAfter) {
        var active = seats.values().stream().mapToLong(Seat::activeAt).max();
        return active.orElse(0) + idleAfter.toMillis();
    }

    boolean onlyMobile() {
        return seats.values().stream().allMatch(seat -> seat.device().mobile());
    }

    /// When this person is to be looked at again.
    OptionalLong next(Duration idleAfter, long now) {
        var until = seats.values().stream().mapToLong(Seat::until).min().orElse(Seat.FOREVER);
        var idle = idle(idleAfter, now) ? Seat.FOREVER : idleAt(idleAfter);
        var next = Math.min(until, idle);
        return next == Seat.FOREVER ? OptionalLong.empty() : OptionalLong.of(next);
    }
}
