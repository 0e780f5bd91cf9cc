// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.Ulid;
import io.palabre.core.people.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Three nodes and eight people for 100 seconds of virtual time: half of the people have two
/// devices, one is invisible now and then. The seed says all: the same seed, the same run.
final class Simulation {

    static final int NODES = 3;
    static final int PEOPLE = 8;
    static final int INVISIBLE = PEOPLE - 1;
    static final long END = 100_000;

    final Plant plant;
    final Random random;
    final Clockwork clock = new Clockwork();
    final Truth truth = new Truth(PEOPLE, NODES);
    final List<Told> told = new ArrayList<>();
    final List<SimNode> nodes;
    final List<SimDevice> devices = new ArrayList<>();
    final BadBus bus;
    private final List<String> violations = new ArrayList<>();
    private final Set<Set<PersonId>> strangers = new HashSet<>();
    private final Status[] wishes = new Status[PEOPLE];
    private final long[] wishedAt = new long[PEOPLE];
    private long sockets;

    /// @param loss how much of what the bus carries is lost, and repeated
    Simulation(long seed, Plant plant, double loss) {
        this.plant = plant;
        this.random = new Random(seed);
        this.bus = new BadBus(clock, random, loss);
        this.nodes =
                IntStream.range(0, NODES)
                        .mapToObj(i -> new SimNode(this, i, random.nextInt(1_000_000) - 500_000L))
                        .toList();
        nodes.forEach(bus::join);
        for (var person = 0; person < PEOPLE; person++) {
            wishes[person] = Status.AVAILABLE;
            devices.add(new SimDevice(this, person, 0));
            if (person % 2 == 0) {
                devices.add(new SimDevice(this, person, 1));
            }
        }
        strangers.add(Set.of(id(0), id(1)));
    }

    /// Runs everything with random lives and faults; answers what was wrong.
    static List<String> run(long seed, Plant plant) {
        var world = new Simulation(seed, plant, 0.03);
        new Lives(world).begin();
        new Faults(world).begin();
        return world.finish();
    }

    /// Runs what is planned to the end; answers what was wrong.
    List<String> finish() {
        clock.runUntil(END);
        nodes.forEach(SimNode::noteSilence);
        devices.forEach(SimDevice::end);
        for (var person = 0; person < PEOPLE; person++) {
            noteMood(person);
        }
        violations.addAll(new Checker(truth, END).violations(told));
        return violations;
    }

    void startAll() {
        nodes.forEach(SimNode::start);
    }

    PersonId id(int person) {
        return new PersonId(new Ulid(0, person));
    }

    int number(PersonId person) {
        return (int) person.ulid().low();
    }

    DeviceId newSocket() {
        return DeviceId.socket("s" + sockets++);
    }

    Set<PersonId> somePeople() {
        var people = new LinkedHashSet<PersonId>();
        IntStream.range(0, PEOPLE)
                .filter(_ -> random.nextInt(4) > 0)
                .forEach(i -> people.add(id(i)));
        return people;
    }

    boolean related(PersonId one, PersonId other) {
        return one.equals(other) || !strangers.contains(Set.of(one, other));
    }

    /// The pairs that have nothing to do with each other.
    Set<Set<PersonId>> strangers() {
        return strangers;
    }

    Wish wish(int person) {
        return new Wish(wishes[person], null);
    }

    void wish(int person, Status status) {
        if (wishes[person] != status) {
            noteMood(person);
            wishes[person] = status;
            wishedAt[person] = clock.now();
            nodes.forEach(node -> node.wished(person));
        }
    }

    private void noteMood(int person) {
        var shown =
                switch (wishes[person]) {
                    case AVAILABLE -> Availability.AVAILABLE;
                    case BUSY -> Availability.BUSY;
                    case AWAY -> Availability.AWAY;
                    case INVISIBLE -> Availability.OFFLINE;
                };
        truth.moods.get(person).add(new Truth.Mood(shown, new Span(wishedAt[person], clock.now())));
    }

    void sever(int one, int other) {
        strangers.add(Set.of(id(one), id(other)));
        nodes.forEach(node -> node.sever(id(one), id(other)));
        for (var device : devices) {
            if (device.person() == one || device.person() == other) {
                device.forget(device.person() == one ? other : one);
            }
        }
    }

    /// Whom a node dropped comes back soon, mostly.
    void afterDrop(SimDevice device) {
        if (random.nextInt(10) < 7) {
            connectSoon(device, 300 + random.nextInt(2_700));
        } else {
            connectSoon(device, 20_000 + random.nextInt(30_000));
        }
    }

    void connectSoon(SimDevice device, long millis) {
        clock.after(millis, () -> device.connect(nodes.get(random.nextInt(NODES))));
    }

    /// Nothing that goes over the bus tells of somebody invisible.
    void published(Bulletin bulletin) {
        var sightings =
                switch (bulletin) {
                    case Bulletin.Delta delta -> List.of(delta.sighting());
                    case Bulletin.Snapshot snapshot -> snapshot.part().online();
                    case Bulletin.Beat _, Bulletin.Ask _ -> List.<Sighting>of();
                };
        for (var sighting : sightings) {
            var hidden = wishes[number(sighting.person())] == Status.INVISIBLE;
            if (hidden && sighting.presence().isOnline()) {
                violation("the bus tells of the invisible: %s".formatted(bulletin));
            }
        }
    }

    /// What the plants that break the reader make of what was told.
    Availability asShown(int person, Availability told) {
        return switch (plant) {
            case BUS_DOWN_IS_EVERYBODY_OFFLINE ->
                    told == Availability.UNKNOWN ? Availability.OFFLINE : told;
            case INVISIBLE_FILTERED_AT_THE_READER ->
                    wishes[person] == Status.INVISIBLE ? Availability.OFFLINE : told;
            default -> told;
        };
    }

    void violation(String what) {
        violations.add("%d ms: %s".formatted(clock.now(), what));
    }
}
