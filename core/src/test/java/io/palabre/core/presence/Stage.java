// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;
import io.palabre.core.ids.Ulid;
import io.palabre.core.people.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/// A roster whose time the test moves, with what came out of it.
final class Stage {

    static final PersonId ALICE = person(1);
    static final PersonId BOB = person(2);
    static final PersonId CAROL = person(3);
    static final SessionId DESK = new SessionId(new Ulid(0, 11));
    static final SessionId PHONE = new SessionId(new Ulid(0, 12));
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    final List<Effect> effects = new ArrayList<>();
    final Roster roster;

    /// Before the stopwatch's zero, as some machines are.
    private long millis = -1_000;

    private Stage(BiFunction<Stage, Moment, Roster> made) {
        roster = made.apply(this, now());
    }

    static Stage oneNode() {
        return new Stage((_, _) -> Roster.ofOneNode(LocalRules.STANDARD, WatchRules.STANDARD));
    }

    static Stage node(String name) {
        return new Stage(
                (_, now) ->
                        Roster.ofCluster(
                                new Life(new NodeId(name), 100),
                                LocalRules.STANDARD,
                                WatchRules.STANDARD,
                                ClusterRules.STANDARD,
                                now));
    }

    private static PersonId person(int number) {
        return new PersonId(new Ulid(0, number));
    }

    Moment now() {
        return new Moment(millis, START.plusMillis(millis + 1_000));
    }

    /// Lets time pass; the roster is called whenever it asked to be.
    void pass(Duration time) {
        var end = millis + time.toMillis();
        var next = roster.nextDeadline().orElse(end);
        while (next <= end) {
            millis = Math.max(millis, next);
            did(roster.tick(now()));
            next = roster.nextDeadline().orElse(end + 1);
        }
        millis = end;
    }

    /// Lets time pass without a call, as if the process slept.
    void sleep(Duration time) {
        millis += time.toMillis();
    }

    void did(List<Effect> more) {
        effects.addAll(more);
    }

    static Device socket(PersonId person, SessionId session, String id) {
        return new Device(DeviceId.socket(id), person, session, Transport.WEBSOCKET, false);
    }

    void open(PersonId person, SessionId session, String id) {
        open(person, session, id, Wish.NONE);
    }

    void open(PersonId person, SessionId session, String id, Wish wish) {
        did(roster.connected(socket(person, session, id), wish, now()));
    }

    void close(String id) {
        did(roster.disconnected(DeviceId.socket(id), now()));
    }

    void heartbeat(PersonId person, SessionId session) {
        var lease = Device.lease(person, session, false);
        did(roster.heartbeat(lease, Duration.ZERO, Wish.NONE, now()));
    }

    void wish(PersonId person, Status status) {
        did(roster.wished(person, new Wish(status, null), now()));
    }

    WatchAnswer watch(String id, PersonId... people) {
        return roster.watch(DeviceId.socket(id), Set.of(people), _ -> true);
    }

    void receive(Bulletin bulletin) {
        did(roster.receive(bulletin, now()));
    }

    Availability shown(PersonId person) {
        return roster.presence(person).availability();
    }

    /// What a connection was told of a person, in order.
    List<Availability> told(String id, PersonId person) {
        return frames(id).stream()
                .flatMap(frame -> frame.sightings().stream())
                .filter(sighting -> sighting.person().equals(person))
                .map(sighting -> sighting.presence().availability())
                .toList();
    }

    List<Effect.Tell> frames(String id) {
        return all(Effect.Tell.class).stream()
                .filter(tell -> tell.connection().equals(DeviceId.socket(id)))
                .toList();
    }

    <E extends Effect> List<E> all(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Bulletin> published() {
        return all(Effect.Publish.class).stream().map(Effect.Publish::bulletin).toList();
    }

    List<Trace> stored(PersonId person) {
        return all(Effect.Store.class).stream()
                .flatMap(store -> store.traces().stream())
                .filter(trace -> trace.person().equals(person))
                .toList();
    }
}
