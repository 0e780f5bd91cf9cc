// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.ids.PersonId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// One process: wires a roster to timers, sockets and the bus as a server does, and can be killed,
/// paused and cut off.
final class SimNode {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long DEAF = 2_400;
    private static final long SURE_OF_OTHERS = 8_500;
    private static final long SURE_OF_ITSELF = 10_000;

    private final Simulation world;
    private final int index;
    private final long stopwatch;
    private final Map<DeviceId, SimDevice> sockets = new LinkedHashMap<>();
    private final Map<Integer, Long> beats = new LinkedHashMap<>();
    private final Set<Set<PersonId>> severed = new HashSet<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private @Nullable Roster roster;
    private boolean paused;
    private boolean cut;
    private long armedFor = Long.MAX_VALUE;
    private long lives;

    /// @param stopwatch what this machine's stopwatch said at the beginning
    SimNode(Simulation world, int index, long stopwatch) {
        this.world = world;
        this.index = index;
        this.stopwatch = stopwatch;
    }

    int index() {
        return index;
    }

    boolean isUp() {
        return roster != null && !paused;
    }

    boolean isTroubled() {
        return roster == null || paused || cut;
    }

    boolean isCut() {
        return cut;
    }

    private long now() {
        return world.clock.now();
    }

    private Moment moment() {
        return new Moment(now() + stopwatch, START.plusMillis(now()));
    }

    void start() {
        lives++;
        var life = new Life(new NodeId("node" + index), lives * 1_000);
        roster = world.plant.roster(life, moment());
        armedFor = Long.MAX_VALUE;
        severed.addAll(world.strangers());
        beats.clear();
        beats.put(index, now());
        world.truth.unsure.get(index).add(new Span(now(), now() + SURE_OF_ITSELF));
        input(Roster::tick);
    }

    void kill() {
        noteSilence();
        roster = null;
        paused = false;
        waiting.clear();
        dropAll(Truth.Going.NODE_KILLED);
    }

    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }

    void cut(boolean cut) {
        this.cut = cut;
    }

    /// Does what a process does when it gets to it.
    private void whenAwake(Runnable what) {
        if (paused) {
            waiting.add(what);
        } else {
            what.run();
        }
    }

    private interface Input extends BiFunction<Roster, Moment, List<Effect>> {}

    private void input(Input input) {
        whenAwake(
                () -> {
                    if (roster != null) {
                        input.apply(roster, moment()).forEach(this::effect);
                        arm();
                    }
                });
    }

    private void arm() {
        var next = roster == null ? Long.MAX_VALUE : roster.nextDeadline().orElse(Long.MAX_VALUE);
        if (next < armedFor) {
            armedFor = next;
            var life = lives;
            world.clock.after(
                    next - stopwatch - now() + world.random.nextInt(5), () -> timer(life, next));
        }
    }

    private void timer(long life, long at) {
        if (life == lives && armedFor == at) {
            armedFor = Long.MAX_VALUE;
            input(Roster::tick);
        }
    }

    private void effect(Effect effect) {
        switch (effect) {
            case Effect.Publish(var bulletin) -> publish(bulletin);
            case Effect.Tell(var connection, var sightings) -> tell(connection, sightings);
            case Effect.CloseAll _ -> dropAll(Truth.Going.FENCED);
            case Effect.Store _ -> {}
        }
    }

    private void publish(Bulletin bulletin) {
        world.published(bulletin);
        if (world.plant != Plant.LOST_DELTAS_NOT_REPAIRED || !(bulletin instanceof Bulletin.Ask)) {
            world.bus.publish(this, bulletin);
        }
    }

    private void tell(DeviceId connection, List<Sighting> sightings) {
        var device = sockets.get(connection);
        if (device != null) {
            device.told(connection, sightings);
        }
    }

    private void dropAll(Truth.Going going) {
        var dropped = new LinkedHashMap<>(sockets);
        sockets.clear();
        dropped.forEach((socket, device) -> device.dropped(socket, going));
    }

    void bulletin(int from, Bulletin bulletin) {
        whenAwake(
                () -> {
                    if (bulletin instanceof Bulletin.Beat && roster != null) {
                        noteBeat(from);
                    }
                });
        input((roster, moment) -> roster.receive(bulletin, moment));
    }

    private void noteBeat(int from) {
        var before = beats.put(from, now());
        if (before != null && now() - before > DEAF) {
            var span =
                    from == index
                            ? new Span(before + DEAF, now() + SURE_OF_ITSELF)
                            : new Span(now(), now() + SURE_OF_OTHERS);
            world.truth.unsure.get(index).add(span);
        }
    }

    /// The own beats that did not come any more.
    void noteSilence() {
        var own = beats.get(index);
        if (own != null && now() - own > DEAF) {
            world.truth.unsure.get(index).add(new Span(own + DEAF, now()));
        }
    }

    void open(SimDevice device, DeviceId socket) {
        sockets.put(socket, device);
        input((to, now) -> to.connected(device.at(socket), world.wish(device.person()), now));
    }

    void closed(DeviceId socket) {
        var device = sockets.remove(socket);
        if (device == null) {
            return;
        }
        input((to, now) -> to.disconnected(socket, now));
        if (world.plant == Plant.ONE_BOOLEAN_PER_USER) {
            sockets.forEach((other, owner) -> alsoClosed(other, owner, device));
        }
    }

    private void alsoClosed(DeviceId other, SimDevice owner, SimDevice closed) {
        if (owner.person() == closed.person()) {
            input((to, now) -> to.disconnected(other, now));
        }
    }

    void loggedOut(SimDevice device, DeviceId socket) {
        sockets.remove(socket);
        input((to, now) -> to.loggedOut(world.id(device.person()), device.session(), now));
    }

    void wished(int person) {
        input((to, now) -> to.wished(world.id(person), world.wish(person), now));
    }

    /// Whether two people are strangers now, and this node was asleep when they became it.
    boolean hasYetToSever(PersonId one, PersonId other) {
        return !world.related(one, other) && !severed.contains(Set.of(one, other));
    }

    void sever(PersonId one, PersonId other) {
        input(
                (to, _) -> {
                    to.sever(one, other);
                    severed.add(Set.of(one, other));
                    return List.of();
                });
    }

    void watch(SimDevice device, DeviceId socket, Set<PersonId> people) {
        input(
                (to, _) -> {
                    var me = world.id(device.person());
                    var answer = to.watch(socket, people, other -> world.related(me, other));
                    device.watches(socket, answer);
                    return List.of();
                });
    }
}
