// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import io.palabre.core.Time;
import io.palabre.core.ids.ConversationId;
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
import io.palabre.core.presence.WatchAnswer;
import io.palabre.core.presence.WatchRules;
import io.palabre.core.presence.Wish;
import io.palabre.core.sessions.Session;
import io.palabre.server.accounts.LiveSessions;
import io.palabre.server.accounts.Probes;
import io.palabre.server.edge.Arrivals;
import io.palabre.server.edge.Client;
import io.palabre.server.timing.Bell;
import io.palabre.server.wire.PresenceShape;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The roster of this process, alive: calls come one at a time, what they answer is done before the
/// next. A wish is read from the store inside the call, so that the last one stored holds.
public final class Attendance implements Arrivals, LiveSessions, AutoCloseable {
    private final People people;
    private final Blocks blocks;
    private final Probes probes;
    private final Time time;
    private final Consumer<SessionId> closeSockets;
    private final TraceWriter traces;
    private final Bell bell = new Bell("presence", this::tick);
    private final ReentrantLock turn = new ReentrantLock();
    private final Roster roster = Roster.ofOneNode(LocalRules.STANDARD, WatchRules.STANDARD);
    private final Map<DeviceId, Watcher> sockets = new HashMap<>();
    private boolean closed;

    /// Where people and what they leave behind are kept.
    public record Parts(People people, Blocks blocks, TraceBook book) {}

    /// @param closeSockets ends all sockets of a session
    public Attendance(Parts parts, Probes probes, Time time, Consumer<SessionId> closeSockets) {
        people = parts.people();
        blocks = parts.blocks();
        this.probes = probes;
        this.time = time;
        this.closeSockets = closeSockets;
        traces = new TraceWriter(parts.book());
    }

    @Override
    public void arrived(Client client) {
        var device = device(client);
        input(
                now -> {
                    sockets.computeIfAbsent(device.id(), _ -> new Watcher(client));
                    return roster.connected(device, wish(device.person()), now);
                });
    }

    @Override
    public void left(Client client) {
        var id = id(client);
        input(
                now -> {
                    sockets.remove(id);
                    return roster.disconnected(id, now);
                });
    }

    @Override
    public void begun(Session session) {
        heartbeat(session, Duration.ZERO);
    }

    @Override
    public void ended(PersonId person, SessionId session) {
        input(now -> roster.loggedOut(person, session, now));
        closeSockets.accept(session);
    }

    /// A session without a socket says that it is there.
    ///
    /// @param idle since when its person did nothing
    void heartbeat(Session session, Duration idle) {
        var person = session.person();
        var lease = Device.lease(person, session.id(), Mobile.is(session.device()));
        input(now -> roster.heartbeat(lease, idle, wish(person), now));
    }

    /// A socket says that its person did something.
    void active(Client client, Duration ago) {
        input(now -> roster.active(id(client), ago, now));
    }

    /// What a person wishes to appear as was stored.
    public void wished(PersonId person) {
        input(now -> roster.wished(person, wish(person), now));
    }

    /// What others may see of a person now.
    public Presence presence(PersonId person) {
        return inTurn(() -> roster.presence(person));
    }

    /// Everyone who is seen online, in the order of their ids; no probes.
    List<PersonId> online() {
        return online(_ -> true);
    }

    /// Everyone whom somebody sees online.
    List<PersonId> onlineFor(PersonId viewer) {
        return online(person -> !blocks.between(viewer, person));
    }

    private List<PersonId> online(Predicate<PersonId> shown) {
        return inTurn(
                () ->
                        roster.online()
                                .map(Sighting::person)
                                .filter(person -> !probes.isProbe(person))
                                .filter(shown)
                                .sorted()
                                .toList());
    }

    /// From now on a socket watches these people, those it has on screen, and no others. It hears
    /// how they are before it hears of any change.
    WatchAnswer watch(Client client, Set<PersonId> wanted) {
        int most = WatchRules.STANDARD.most();
        if (wanted.size() > most) return new WatchAnswer.TooMany(most);
        var known = people.byIds(wanted);
        Predicate<PersonId> exists =
                id -> !wanted.contains(id) || known.containsKey(id) || probes.isProbe(id);
        return inTurn(
                () -> {
                    var watcher = sockets.get(id(client));
                    var all = watcher == null ? wanted : watcher.ask(wanted, most);
                    var answer = roster.watch(id(client), all, exists.and(seenBy(client)));
                    if (watcher != null && answer instanceof WatchAnswer.Watching watching) {
                        watcher.begin(watching.sightings(), shapes(watching.sightings()));
                    }
                    return answer;
                });
    }

    private Predicate<PersonId> seenBy(Client client) {
        return person -> !blocks.between(client.caller(), person);
    }

    /// A socket has a conversation with these people on screen: it watches them too.
    public void look(Client client, ConversationId conversation, Set<PersonId> members) {
        var others = new HashSet<>(members);
        others.remove(client.caller());
        inTurn(
                () -> {
                    var watcher = sockets.get(id(client));
                    if (watcher == null) return false;
                    watcher.look(conversation, others);
                    var seen = roster.watchAlso(id(client), others, seenBy(client));
                    if (!seen.isEmpty()) watcher.beginAlso(seen, shapes(seen));
                    return true;
                });
    }

    /// A socket has a conversation on screen no longer.
    public void lookAway(Client client, ConversationId conversation) {
        inTurn(
                () -> {
                    var watcher = sockets.get(id(client));
                    if (watcher == null) return false;
                    roster.unwatch(id(client), watcher.lookAway(conversation));
                    return true;
                });
    }

    /// Two people have nothing to do with each other any more: neither sees how the other is.
    public void sever(PersonId one, PersonId other) {
        inTurn(
                () -> {
                    roster.sever(one, other);
                    sockets.values().forEach(watcher -> sever(watcher, one, other));
                    return true;
                });
    }

    private static void sever(Watcher watcher, PersonId one, PersonId other) {
        var owner = watcher.client().caller();
        if (owner.equals(one) && watcher.watches(other)) watcher.sever(other);
        if (owner.equals(other) && watcher.watches(one)) watcher.sever(one);
    }

    /// What a watcher is told at first.
    List<PresenceShape> shapes(List<Sighting> sightings) {
        var known = people.byIds(sightings.stream().map(Sighting::person).toList());
        return sightings.stream()
                .flatMap(
                        sighting ->
                                Stream.ofNullable(known.get(sighting.person()))
                                        .map(p -> PresenceShape.of(p, sighting.presence())))
                .toList();
    }

    /// How many sockets are signed in.
    int sockets() {
        return inTurn(sockets::size);
    }

    /// Emergency: everyone is offline; answers how many sockets were closed. Those who live come
    /// back.
    int dropAll() {
        return inTurn(
                () -> {
                    int open = sockets.size();
                    input(roster::dropAll);
                    return open;
                });
    }

    /// Drops what has lapsed, which goes by itself; answers how many people that was.
    int dropStale() {
        return inTurn(
                () -> {
                    long before = roster.online().count();
                    input(roster::tick);
                    return (int) (before - roster.online().count());
                });
    }

    /// Why a person is seen as they are.
    Explanation explain(PersonId person) {
        return inTurn(() -> roster.explain(person, Moment.of(time)));
    }

    /// What carries a device's packets now: a socket may have changed it since it came.
    Transport transport(Device device) {
        var socket = inTurn(() -> Optional.ofNullable(sockets.get(device.id())));
        return socket.map(open -> open.client().transport()).orElse(device.transport());
    }

    /// Everyone is gone; the last of it is written when this returns.
    @Override
    public void close() {
        bell.close();
        input(roster::close);
        inTurn(() -> closed = true);
        traces.close();
    }

    private void tick() {
        input(
                now -> {
                    bell.rung();
                    return roster.tick(now);
                });
    }

    private Wish wish(PersonId person) {
        return people.byId(person)
                .map(found -> new Wish(found.profile().status(), found.profile().statusText()))
                .orElse(Wish.NONE);
    }

    private void input(Function<Moment, List<Effect>> call) {
        turn.lock();
        try {
            if (closed) return;
            var now = Moment.of(time);
            call.apply(now).forEach(effect -> perform(effect, now));
            bell.set(roster.nextDeadline(), now.millis());
        } finally {
            turn.unlock();
        }
    }

    private void perform(Effect effect, Moment now) {
        switch (effect) {
            case Effect.Tell tell -> tell(tell, now);
            case Effect.Store(var left) -> traces.write(left);
            case Effect.CloseAll _ -> closeAll();
            case Effect.Publish _ -> throw new IllegalStateException("there is no other node");
        }
    }

    private void tell(Effect.Tell tell, Moment now) {
        var watcher = sockets.get(tell.connection());
        if (watcher != null && !watcher.tell(tell.sightings())) {
            roster.untold(tell, now).forEach(effect -> perform(effect, now));
        }
    }

    private void closeAll() {
        var open = List.copyOf(sockets.values());
        sockets.clear();
        open.forEach(watcher -> watcher.client().close("presence_reset"));
    }

    private <T> T inTurn(Supplier<T> question) {
        turn.lock();
        try {
            return question.get();
        } finally {
            turn.unlock();
        }
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
        return DeviceId.socket(client.id());
    }
}
