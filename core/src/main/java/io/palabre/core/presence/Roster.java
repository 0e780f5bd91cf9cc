// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.Alarms;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who is there: on this node by their devices, on others by what these say. It knows neither
/// threads nor clocks: every input brings the time and answers what is to be done, in that order;
/// calls come one at a time, and [#tick] when [#nextDeadline] has come.
public final class Roster {

    private final LocalRoster local;
    private final Traces traces;
    private final Watches watches;
    private final @Nullable Cluster cluster;

    Roster(LocalRoster local, Traces traces, WatchRules rules, @Nullable Cluster cluster) {
        this.local = local;
        this.traces = traces;
        this.watches = new Watches(rules);
        this.cluster = cluster;
    }

    /// The roster of a node that is alone.
    public static Roster ofOneNode(LocalRules rules, WatchRules watching) {
        var traces = new Traces(rules.writeEvery());
        var publication = new Publication(rules.idleAfter());
        return new Roster(new LocalRoster(rules, publication, traces), traces, watching, null);
    }

    /// The roster of one life of a node among others.
    public static Roster ofCluster(
            Life life, LocalRules rules, WatchRules watching, ClusterRules clustering, Moment now) {
        var traces = new Traces(rules.writeEvery());
        var local = new LocalRoster(rules, new Publication(rules.idleAfter()), traces);
        var announcer = new Announcer(life, clustering, now.millis());
        var cluster = new Cluster(announcer, clustering, new Peers(clustering), local);
        return new Roster(local, traces, watching, cluster);
    }

    /// A socket of a person was opened, or goes on over another transport.
    ///
    /// @param wish what is stored with the profile now
    public List<Effect> connected(Device socket, Wish wish, Moment now) {
        return input(now, () -> local.connected(socket, wish, now));
    }

    /// A socket was closed or timed out; nothing when it is not open here.
    public List<Effect> disconnected(DeviceId socket, Moment now) {
        return input(
                now,
                () -> {
                    watches.forget(socket);
                    local.disconnected(socket, now);
                });
    }

    /// A client says that its person did something.
    ///
    /// @param ago how long ago; believed within the life of the connection
    public List<Effect> active(DeviceId socket, Duration ago, Moment now) {
        return input(now, () -> local.active(socket, ago, now));
    }

    /// A session without a socket calls, or signs in: it is there until the lease is over or its
    /// last socket goes.
    ///
    /// @param idle since when the person did nothing, as the client says
    public List<Effect> heartbeat(Device lease, Duration idle, Wish wish, Moment now) {
        return input(now, () -> local.heartbeat(lease, idle, wish, now));
    }

    /// A session has ended on purpose: its devices are gone at once.
    public List<Effect> loggedOut(PersonId person, SessionId session, Moment now) {
        return input(
                now,
                () ->
                        local.loggedOut(person, session, now)
                                .forEach(device -> watches.forget(device.id())));
    }

    /// A person wishes to appear otherwise. To be called on every node where they have devices.
    public List<Effect> wished(PersonId person, Wish wish, Moment now) {
        return input(now, () -> local.wished(person, wish, now));
    }

    /// Emergency: everyone at this node is gone, and comes back if they live.
    public List<Effect> dropAll(Moment now) {
        var effects = new ArrayList<Effect>();
        dropAll(now, effects);
        effects.addAll(input(now, () -> {}));
        return effects;
    }

    private void dropAll(Moment now, List<Effect> effects) {
        watches.clear();
        local.dropAll(now);
        effects.add(new Effect.CloseAll());
    }

    /// A bulletin came in from the bus, of another node or of this one.
    public List<Effect> receive(Bulletin bulletin, Moment now) {
        return input(
                now,
                () -> {
                    if (cluster != null) {
                        cluster.receive(bulletin, now.millis());
                    }
                });
    }

    /// From now on a connection watches these people and no others.
    ///
    /// @param allowed whom it may watch
    public WatchAnswer watch(
            DeviceId connection, Set<PersonId> people, Predicate<PersonId> allowed) {
        if (people.size() > watches.most()) {
            return new WatchAnswer.TooMany(watches.most());
        }
        var owner = local.owner(connection);
        if (owner == null) {
            return new WatchAnswer.Watching(List.of(), Set.of());
        }
        var refused = people.stream().filter(allowed.negate()).collect(Collectors.toSet());
        var watched = new LinkedHashSet<>(people);
        watched.removeAll(refused);
        return new WatchAnswer.Watching(
                watches.watch(connection, owner, watched, this::presence), refused);
    }

    /// From now on a connection watches these people too, as many as it may.
    ///
    /// @param allowed whom it may watch
    /// @return what it sees of those whom it did not watch before
    public List<Sighting> watchAlso(
            DeviceId connection, Set<PersonId> people, Predicate<PersonId> allowed) {
        var owner = local.owner(connection);
        if (owner == null) {
            return List.of();
        }
        var watched = people.stream().filter(allowed).collect(Collectors.toSet());
        return watches.watchAlso(connection, owner, watched, this::presence);
    }

    /// From now on a connection watches these people no longer.
    public void unwatch(DeviceId connection, Set<PersonId> people) {
        watches.unwatch(connection, people);
    }

    /// Two people have nothing to do with each other any more: neither watches the other. Answers
    /// the connections, of either, that did.
    public List<DeviceId> sever(PersonId one, PersonId other) {
        var severed = new ArrayList<>(watches.sever(one, other));
        severed.addAll(watches.sever(other, one));
        return severed;
    }

    /// The sockets of a person that are open at this node.
    public List<DeviceId> sockets(PersonId person) {
        return local.sockets(person);
    }

    /// A connection was too slow for what it should be told.
    public List<Effect> untold(Effect.Tell frame, Moment now) {
        return input(now, () -> watches.untold(frame, now.millis()));
    }

    /// The time has come.
    public List<Effect> tick(Moment now) {
        return input(now, () -> {});
    }

    /// When [#tick] is to be called at the latest, in milliseconds of the stopwatch; sooner does no
    /// harm. Every input may change it.
    public OptionalLong nextDeadline() {
        var next = Math.min(local.next(), Math.min(watches.next(), traces.next()));
        if (cluster != null) {
            next = Math.min(next, cluster.next());
        }
        return next == Alarms.NEVER ? OptionalLong.empty() : OptionalLong.of(next);
    }

    /// The node goes down in good order: everyone here is gone, and this is the last to be stored.
    public List<Effect> close(Moment now) {
        var effects = new ArrayList<>(dropAll(now));
        effects.add(new Effect.Store(traces.take()));
        return effects;
    }

    /// What others see of a person.
    public Presence presence(PersonId person) {
        return cluster == null ? local.shown(person) : cluster.shown(person);
    }

    /// Everyone who is seen online.
    public Stream<Sighting> online() {
        return cluster == null
                ? local.online()
                : cluster.online().stream().map(person -> new Sighting(person, presence(person)));
    }

    /// Why a person is seen as they are.
    public Explanation explain(PersonId person, Moment now) {
        return new Explaining(local, cluster).explain(person, presence(person), now);
    }

    /// First what is due, then the input, then what is due because of it.
    private List<Effect> input(Moment now, Runnable change) {
        var effects = new ArrayList<Effect>();
        fence(now, effects);
        local.tick(now);
        change.run();
        announce(now);
        gather(now, effects);
        return effects;
    }

    /// A node that slept for so long that others gave its people up gives them up itself.
    private void fence(Moment now, List<Effect> effects) {
        if (cluster != null && cluster.late(now.millis())) {
            dropAll(now, effects);
            announce(now);
            cluster.beginNewLife(now.millis());
        }
    }

    private void announce(Moment now) {
        var changed = local.takeChanged();
        if (cluster == null) {
            changed.keySet().forEach(person -> watches.refresh(person, presence(person)));
            return;
        }
        changed.forEach((person, before) -> cluster.localChanged(person, before, now.millis()));
        cluster.tick(now.millis());
        for (var person : cluster.takeChanged(watches::watched)) {
            watches.refresh(person, presence(person));
        }
    }

    private void gather(Moment now, List<Effect> effects) {
        if (cluster != null) {
            cluster.takeOutgoing().stream().map(Effect.Publish::new).forEach(effects::add);
        }
        effects.addAll(watches.due(now.millis()));
        if (traces.due(now.millis())) {
            effects.add(new Effect.Store(traces.take()));
        }
    }
}
