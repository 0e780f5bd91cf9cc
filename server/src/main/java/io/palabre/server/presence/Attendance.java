// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import io.palabre.core.Time;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;
import io.palabre.core.people.Blocks;
import io.palabre.core.people.People;
import io.palabre.core.presence.Device;
import io.palabre.core.presence.DeviceId;
import io.palabre.core.presence.Effect;
import io.palabre.core.presence.Explanation;
import io.palabre.core.presence.LocalRules;
import io.palabre.core.presence.Moment;
import io.palabre.core.presence.Presence;
import io.palabre.core.presence.Roster;
import io.palabre.core.presence.Sighting;
import io.palabre.core.presence.TraceBook;
import io.palabre.core.presence.Transport;
import io.palabre.core.presence.WatchRules;
import io.palabre.core.presence.Wish;
import io.palabre.core.sessions.Session;
import io.palabre.server.accounts.LiveSessions;
import io.palabre.server.accounts.Probes;
import io.palabre.server.edge.Arrivals;
import io.palabre.server.edge.Client;
import io.palabre.server.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Who is there: sockets that come and go, sessions that say so without one, and what everyone
/// wishes to appear as.
public final class Attendance implements Arrivals, LiveSessions, AutoCloseable {
    private final Blocks blocks;
    private final Probes probes;
    private final Consumer<SessionId> closeSockets;
    private final Wishes wishes;
    private final Watchers watchers;
    private final Turn turn;
    private final Watching watching;

    /// Where people and what they leave behind are kept.
    public record Parts(People people, Blocks blocks, TraceBook book) {}

    /// @param closeSockets ends all sockets of a session
    public Attendance(
            Parts parts, Json json, Probes probes, Time time, Consumer<SessionId> closeSockets) {
        blocks = parts.blocks();
        this.probes = probes;
        this.closeSockets = closeSockets;
        wishes = new Wishes(parts.people());
        var roster = Roster.ofOneNode(LocalRules.STANDARD, WatchRules.STANDARD);
        watchers = new Watchers(roster, parts.people(), blocks, json);
        turn = new Turn(roster, watchers, parts.book(), time);
        watching = new Watching(turn, watchers, parts.people(), probes);
    }

    /// Whom its sockets watch.
    public Watching watching() {
        return watching;
    }

    @Override
    public void arrived(Client client) {
        var device = device(client);
        input(
                device.person(),
                (roster, wish, now) -> {
                    watchers.add(client);
                    return roster.connected(device, wish, now);
                });
    }

    @Override
    public void left(Client client) {
        var id = id(client);
        turn.input(
                (roster, now) -> {
                    watchers.remove(id);
                    return roster.disconnected(id, now);
                });
    }

    @Override
    public void begun(Session session) {
        heartbeat(session, Duration.ZERO);
    }

    @Override
    public void ended(PersonId person, SessionId session) {
        turn.input((roster, now) -> roster.loggedOut(person, session, now));
        closeSockets.accept(session);
    }

    /// A session without a socket says that it is there.
    ///
    /// @param idle since when its person did nothing
    void heartbeat(Session session, Duration idle) {
        var person = session.person();
        var lease = Device.lease(person, session.id(), Mobile.is(session.device()));
        input(person, (roster, wish, now) -> roster.heartbeat(lease, idle, wish, now));
    }

    /// A socket says that its person did something.
    void active(Client client, Duration ago) {
        turn.input((roster, now) -> roster.active(id(client), ago, now));
    }

    /// What a person wishes to appear as was stored.
    public void wished(PersonId person) {
        wishes.stored(person);
        input(person, (roster, wish, now) -> roster.wished(person, wish, now));
    }

    /// Something for which it counts what a person wishes to appear as.
    @FunctionalInterface
    private interface Wished {
        List<Effect> to(Roster roster, Wish wish, Moment now);
    }

    /// The wish is read before the turn, so that others need not wait for the store, and once more
    /// if another was stored meanwhile: the last one stored holds.
    private void input(PersonId person, Wished call) {
        var read = wishes.read(person);
        while (!inputWhileItHolds(read, call)) read = wishes.read(person);
    }

    private boolean inputWhileItHolds(Wishes.Read read, Wished call) {
        return turn.ask(
                () -> {
                    boolean holds = wishes.hold(read);
                    if (holds) turn.input((roster, now) -> call.to(roster, read.wish(), now));
                    return holds;
                });
    }

    /// What others may see of a person now.
    public Presence presence(PersonId person) {
        return turn.ask(roster -> roster.presence(person));
    }

    /// Who is seen online.
    ///
    /// @param online in the order of their ids; no probes
    /// @param sockets how many they have
    /// @param withoutSocket how many have none: they signed in or sent a heartbeat, or their socket
    ///   has just closed
    record Seen(List<PersonId> online, int sockets, int withoutSocket) {}

    Seen seen() {
        return turn.ask(
                _ -> {
                    var online = online(_ -> true);
                    var having = watchers.people();
                    long without = online.stream().filter(one -> !having.contains(one)).count();
                    return new Seen(online, watchers.seen(), (int) without);
                });
    }

    /// Everyone whom somebody sees online.
    List<PersonId> onlineFor(PersonId viewer) {
        return online(person -> !blocks.between(viewer, person));
    }

    private List<PersonId> online(Predicate<PersonId> shown) {
        return turn.ask(
                roster ->
                        roster.online()
                                .map(Sighting::person)
                                .filter(person -> !probes.isProbe(person))
                                .filter(shown)
                                .sorted()
                                .toList());
    }

    /// Emergency: everyone is offline; answers how many sockets were closed. Those who live come
    /// back.
    int dropAll() {
        return turn.ask(
                () -> {
                    int open = watchers.size();
                    turn.input(Roster::dropAll);
                    return open;
                });
    }

    /// Drops what has lapsed, which goes by itself; answers how many people that was.
    int dropStale() {
        return turn.ask(
                roster -> {
                    long before = roster.online().count();
                    turn.input(Roster::tick);
                    return (int) (before - roster.online().count());
                });
    }

    /// Why a person is seen as they are.
    Explanation explain(PersonId person) {
        return turn.ask(roster -> roster.explain(person, turn.now()));
    }

    /// What carries a device's packets now: a socket may have changed it since it came.
    Transport transport(Device device) {
        return turn.ask(() -> watchers.transport(device.id())).orElse(device.transport());
    }

    /// Everyone is gone; the last of it is written when this returns.
    @Override
    public void close() {
        turn.close();
    }

    private static Device device(Client client) {
        var session = client.session();
        return new Device(
                id(client),
                session.person(),
                session.id(),
                client.transport(),
                Mobile.is(session.device()));
    }

    private static DeviceId id(Client client) {
        return Watchers.id(client);
    }
}
