// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.ids.SessionId;
import io.palabre.core.ids.Ulid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A browser or a phone of a person: connects, watches, and goes in many ways.
final class SimDevice {

    private record Seen(Availability shown, long since) {}

    private record Line(SimNode node, DeviceId socket, long since) {}

    private final Simulation world;
    private final int person;
    private final SessionId session;
    private final Map<Integer, Seen> seen = new LinkedHashMap<>();
    private @Nullable Line line;

    SimDevice(Simulation world, int person, int number) {
        this.world = world;
        this.person = person;
        this.session = new SessionId(new Ulid(person, number));
    }

    int person() {
        return person;
    }

    SessionId session() {
        return session;
    }

    Device at(DeviceId socket) {
        return new Device(socket, world.id(person), session, Transport.WEBSOCKET, false);
    }

    boolean isOpen() {
        return line != null;
    }

    void connect(SimNode node) {
        if (line != null || !node.isUp()) {
            return;
        }
        var opened = new Line(node, world.newSocket(), world.clock.now());
        line = opened;
        world.clock.after(
                1 + world.random.nextInt(10),
                () -> {
                    if (opened.equals(line) && node.isUp()) {
                        node.open(this, opened.socket());
                        watch();
                    } else if (opened.equals(line)) {
                        dropped(opened.socket(), Truth.Going.NODE_KILLED);
                    }
                });
    }

    /// Says anew whom it watches.
    void watch() {
        if (line != null) {
            line.node().watch(this, line.socket(), world.somePeople());
        }
    }

    void watches(DeviceId socket, WatchAnswer answer) {
        if (line == null || !line.socket().equals(socket)) {
            return;
        }
        forgetAll();
        switch (answer) {
            case WatchAnswer.Watching(var sightings, _) -> sightings.forEach(this::see);
            case WatchAnswer.TooMany(var most) -> world.violation("too many for " + most);
        }
    }

    void told(DeviceId socket, List<Sighting> sightings) {
        if (line == null || !line.socket().equals(socket)) {
            return;
        }
        for (var sighting : sightings) {
            var other = world.number(sighting.person());
            if (seen.containsKey(other)) {
                see(sighting);
            } else if (!line.node().hasYetToSever(world.id(person), sighting.person())) {
                world.violation("person %d is told of %d, unwatched".formatted(person, other));
            }
        }
    }

    private void see(Sighting sighting) {
        var other = world.number(sighting.person());
        forget(other);
        var shown = world.asShown(other, sighting.presence().availability());
        seen.put(other, new Seen(shown, world.clock.now()));
    }

    void forget(int other) {
        var before = seen.remove(other);
        if (before != null && line != null) {
            var span = new Span(before.since(), world.clock.now());
            world.told.add(
                    new Told(
                            line.node().index(),
                            line.socket().text(),
                            other,
                            before.shown(),
                            span));
        }
    }

    private void forgetAll() {
        List.copyOf(seen.keySet()).forEach(this::forget);
    }

    /// The node closed the connection, or died.
    void dropped(DeviceId socket, Truth.Going going) {
        if (line != null && line.socket().equals(socket)) {
            leave(line, going);
            world.afterDrop(this);
        }
    }

    void close() {
        if (line != null) {
            var closed = line;
            leave(closed, Truth.Going.CLOSED);
            world.clock.after(
                    1 + world.random.nextInt(10), () -> closed.node().closed(closed.socket()));
        }
    }

    /// Nobody says goodbye: only pings that come to nothing tell the node.
    void pullCable() {
        if (line != null) {
            var closed = line;
            leave(closed, Truth.Going.CABLE_PULLED);
            if (world.plant != Plant.NO_PING_TIMEOUT) {
                world.clock.after(
                        8_000 + world.random.nextInt(10_000),
                        () -> closed.node().closed(closed.socket()));
            }
        }
    }

    void logOut() {
        if (line != null) {
            var closed = line;
            leave(closed, Truth.Going.LOGGED_OUT);
            world.clock.after(
                    1 + world.random.nextInt(10),
                    () -> closed.node().loggedOut(this, closed.socket()));
        }
    }

    private void leave(Line left, Truth.Going going) {
        forgetAll();
        line = null;
        var span = new Span(left.since(), world.clock.now());
        world.truth.stays.get(person).add(new Truth.Stay(left.node().index(), span, going));
    }

    /// The world stops.
    void end() {
        if (line != null) {
            leave(line, Truth.Going.CLOSED);
        }
    }
}
