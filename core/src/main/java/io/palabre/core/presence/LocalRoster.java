// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.Alarms;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The people who are at this node, by their devices. Whose public presence has changed is
/// collected until it is taken.
final class LocalRoster {

    private static final Duration LONG_AGO = Duration.ofDays(1);

    private final LocalRules rules;
    private final Publication publication;
    private final Traces traces;
    private final Map<PersonId, Attendee> attendees = new HashMap<>();
    private final Map<DeviceId, Attendee> sockets = new HashMap<>();
    private final Alarms<PersonId> alarms = new Alarms<>();
    private final Map<PersonId, Presence> changed = new LinkedHashMap<>();

    LocalRoster(LocalRules rules, Publication publication, Traces traces) {
        this.rules = rules;
        this.publication = publication;
        this.traces = traces;
    }

    void connected(Device device, Wish wish, Moment now) {
        var attendee = attendee(device.person(), wish);
        var before =
                sockets.put(device.id(), attendee) == attendee ? attendee.seat(device.id()) : null;
        put(attendee, before == null ? Seat.open(device, now.millis()) : before.over(device), now);
    }

    private Attendee attendee(PersonId person, Wish wish) {
        var attendee = attendees.computeIfAbsent(person, id -> new Attendee(id, wish));
        attendee.wish(wish);
        return attendee;
    }

    void disconnected(DeviceId socket, Moment now) {
        var attendee = sockets.remove(socket);
        if (attendee == null) {
            return;
        }
        var seat = attendee.seat(socket);
        if (seat != null) {
            attendee.put(seat.closing(now.millis() + rules.linger().toMillis()));
            endLease(attendee, seat.device().session(), now);
            settle(attendee, now);
        }
    }

    /// The lease of a session does not outlive the last socket of that session.
    private static void endLease(Attendee attendee, SessionId session, Moment now) {
        if (!attendee.has(session, Hold.OPEN)) {
            attendee.remove(
                    seat -> seat.is(Hold.LEASED) && seat.device().session().equals(session),
                    now.millis());
        }
    }

    /// A device says how long ago its person did something.
    void active(DeviceId socket, Duration ago, Moment now) {
        var attendee = sockets.get(socket);
        var seat = attendee == null ? null : attendee.seat(socket);
        if (attendee != null && seat != null) {
            put(attendee, seat.activeAt(before(now, ago), now.millis()), now);
        }
    }

    /// A session without a socket is there; one whose socket just closed is on its way out.
    void heartbeat(Device lease, Duration idle, Wish wish, Moment now) {
        var attendee = attendee(lease.person(), wish);
        var session = lease.session();
        if (attendee.has(session, Hold.CLOSING) && !attendee.has(session, Hold.OPEN)) {
            return;
        }
        var until = now.millis() + rules.lease().toMillis();
        var seat = Seat.leased(lease, attendee.seat(lease.id()), now.millis(), until);
        put(attendee, seat.activeAt(before(now, idle), now.millis()), now);
    }

    private static long before(Moment now, Duration ago) {
        return now.millis() - (ago.compareTo(LONG_AGO) < 0 ? ago : LONG_AGO).toMillis();
    }

    private void put(Attendee attendee, Seat seat, Moment now) {
        attendee.put(seat);
        if (!attendee.wish().invisible()) {
            traces.active(attendee.person(), now.wallAt(seat.activeAt()), now);
        }
        settle(attendee, now);
    }

    /// Forgets all devices of a session, without a linger; answers which.
    List<Device> loggedOut(PersonId person, SessionId session, Moment now) {
        var attendee = attendees.get(person);
        if (attendee == null) {
            return List.of();
        }
        var removed =
                attendee.remove(seat -> seat.device().session().equals(session), now.millis());
        removed.forEach(device -> sockets.remove(device.id()));
        settle(attendee, now);
        return removed;
    }

    void wished(PersonId person, Wish wish, Moment now) {
        var attendee = attendees.get(person);
        if (attendee != null) {
            attendee.wish(wish);
            settle(attendee, now);
        }
    }

    void dropAll(Moment now) {
        for (var attendee : List.copyOf(attendees.values())) {
            attendee.remove(_ -> true, now.millis());
            settle(attendee, now);
        }
        sockets.clear();
        alarms.clear();
    }

    void tick(Moment now) {
        for (var person : alarms.due(now.millis())) {
            var attendee = attendees.get(person);
            if (attendee != null) {
                settle(attendee, now);
            }
        }
    }

    long next() {
        return alarms.next();
    }

    private void settle(Attendee attendee, Moment now) {
        attendee.expire(rules, now.millis());
        show(attendee, publication.of(attendee, now.millis()), now);
        var person = attendee.person();
        if (attendee.isEmpty()) {
            attendees.remove(person);
            alarms.clear(person);
        } else {
            attendee.next(rules.idleAfter(), now.millis()).ifPresent(at -> alarms.set(person, at));
        }
    }

    private void show(Attendee attendee, Presence shown, Moment now) {
        var before = attendee.shown();
        if (before.looksLike(shown)) {
            return;
        }
        if (before.isOnline() && !shown.isOnline()) {
            var lastThere = attendee.isEmpty() ? attendee.lastThere() : now.millis();
            traces.seen(attendee.person(), now.wallAt(lastThere), now);
        }
        attendee.shown(shown);
        changed.putIfAbsent(attendee.person(), before);
    }

    /// Takes those whose public presence has changed, with what it was.
    Map<PersonId, Presence> takeChanged() {
        var taken = new LinkedHashMap<>(changed);
        changed.clear();
        return taken;
    }

    /// What others may see of this person, as far as this node goes.
    Presence shown(PersonId person) {
        var attendee = attendees.get(person);
        return attendee != null && attendee.shown().isOnline()
                ? attendee.shown()
                : Presence.offline(traces.lastSeen(person));
    }

    Stream<Sighting> online() {
        return attendees.values().stream()
                .filter(attendee -> attendee.shown().isOnline())
                .map(attendee -> new Sighting(attendee.person(), attendee.shown()));
    }

    @Nullable Attendee attendee(PersonId person) {
        return attendees.get(person);
    }

    /// The open sockets of a person.
    List<DeviceId> sockets(PersonId person) {
        var attendee = attendees.get(person);
        return attendee == null ? List.of() : attendee.sockets();
    }

    /// Whose socket this is; null when it is not open here.
    @Nullable PersonId owner(DeviceId socket) {
        var attendee = sockets.get(socket);
        return attendee == null ? null : attendee.person();
    }
}
