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
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

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
    private final Watchers watchers;
    private boolean closed;

    /// Where people and what they leave behind are kept.
    public record Parts(People people, Blocks blocks, TraceBook book) {}

    /// @param closeSockets ends all sockets of a session
    public Attendance(Parts parts, Probes probes, Time time, Consumer<SessionId> closeSockets) {
        people = parts.people();
        blocks = parts.blocks();
        watchers = new Watchers(roster, people, blocks);
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
                    watchers.add(client);
                    return roster.connected(device, wish(device.person()), now);
                });
    }

    @Override
    public void left(Client client) {
        var id = id(client);
        input(
                now -> {
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
        return inTurn(() -> watchers.watch(client, wanted, exists));
    }

    /// A socket has a conversation with these people on screen: it watches them too.
    public void look(Client client, ConversationId conversation, Set<PersonId> members) {
        inTurn(() -> watchers.look(client, conversation, members));
    }

    /// A socket has a conversation on screen no longer.
    public void lookAway(Client client, ConversationId conversation) {
        inTurn(() -> watchers.lookAway(client, conversation));
    }

    /// People came into a conversation: who has it on screen watches them too.
    public void came(ConversationId conversation, Set<PersonId> comers) {
        inTurn(() -> watchers.came(conversation, comers));
    }

    /// Somebody left a conversation: they look at it no longer, and who does not at them.
    public void went(ConversationId conversation, PersonId leaver) {
        inTurn(() -> watchers.went(conversation, leaver));
    }

    /// Somebody keeps somebody away: neither sees how the other is.
    public void sever(PersonId one, PersonId other) {
        inTurn(() -> watchers.sever(one, other));
    }

    /// Somebody keeps somebody away no longer: if neither does, those of their sockets that have
    /// reason to watch the other do so again.
    public void mend(PersonId one, PersonId other) {
        inTurn(() -> watchers.mend(one, other));
    }

    /// What a watcher is told at first.
    List<PresenceShape> shapes(List<Sighting> sightings) {
        return watchers.shapes(sightings);
    }

    /// How many sockets those have who are seen online.
    int sockets() {
        return inTurn(watchers::seen);
    }

    /// Emergency: everyone is offline; answers how many sockets were closed. Those who live come
    /// back.
    int dropAll() {
        return inTurn(
                () -> {
                    int open = watchers.size();
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
        return inTurn(() -> watchers.transport(device.id())).orElse(device.transport());
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
            case Effect.CloseAll _ -> watchers.closeAll();
            case Effect.Publish _ -> throw new IllegalStateException("there is no other node");
        }
    }

    private void tell(Effect.Tell tell, Moment now) {
        if (!watchers.tell(tell)) {
            roster.untold(tell, now).forEach(effect -> perform(effect, now));
        }
    }

    private void inTurn(Runnable change) {
        inTurn(
                () -> {
                    change.run();
                    return true;
                });
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
        return Watchers.id(client);
    }
}
