// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.ids.PersonId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// One node among others. Each entry has one writer, the node that has the devices; everybody else
/// believes it while it is heard. When not even the own beats come back, nobody can be told absent:
/// they are unknown.
final class Cluster {

    private final ClusterRules rules;
    private final Announcer announcer;
    private final Peers peers;
    private final Absences absences = new Absences();
    private final LocalRoster local;
    private final List<Bulletin> outgoing = new ArrayList<>();
    private final Set<PersonId> changed = new LinkedHashSet<>();
    private boolean everybodyChanged;
    private boolean deaf = true;
    private boolean settled;
    private long ownBeatHeard;
    private long settledAt;

    Cluster(Announcer announcer, ClusterRules rules, Peers peers, LocalRoster local) {
        this.announcer = announcer;
        this.rules = rules;
        this.peers = peers;
        this.local = local;
    }

    /// What is seen of a person.
    Presence shown(PersonId person) {
        var shown = held(person);
        if (shown.isOnline()) {
            return shown;
        }
        return isCertain() ? absences.shown(person) : Presence.UNKNOWN;
    }

    private Presence held(PersonId person) {
        return local.shown(person).or(peers.shown(person));
    }

    /// Whether whoever is held by no node is offline.
    boolean isCertain() {
        return settled && peers.allTrusted();
    }

    /// Whether some node says that this person is there.
    boolean isHeld(PersonId person) {
        return held(person).isOnline();
    }

    /// Everyone who is online somewhere, as far as is known.
    Set<PersonId> online() {
        var online = new HashSet<>(peers.online());
        local.online().map(Sighting::person).forEach(online::add);
        return online;
    }

    /// A person of this node is seen otherwise.
    void localChanged(PersonId person, Presence before, long now) {
        var sighting = new Sighting(person, local.shown(person));
        outgoing.add(announcer.delta(sighting, now));
        absences.lastSeen(sighting);
        moved(person, before, sighting.presence(), confirmedAt(now));
    }

    private long confirmedAt(long now) {
        return now + rules.confirm().toMillis();
    }

    private void moved(PersonId person, Presence before, Presence after, long goneAt) {
        changed.add(person);
        if (before.isOnline() && !after.isOnline()) {
            absences.began(person, before, goneAt);
        }
    }

    /// Whoever was not shown because their node was in doubt is not held on to.
    private void moved(Peer peer, Map<PersonId, Presence> before, boolean trusted, long goneAt) {
        before.forEach(
                (person, was) -> {
                    var shown = trusted ? was : Presence.OFFLINE;
                    moved(person, shown, peer.shown(person), goneAt);
                });
    }

    boolean late(long now) {
        return announcer.late(now);
    }

    void beginNewLife(long now) {
        outgoing.clear();
        announcer.beginNewLife(now);
    }

    void receive(Bulletin bulletin, long now) {
        if (bulletin.node().equals(announcer.self())) {
            receiveOwn(bulletin, now);
            return;
        }
        switch (bulletin) {
            case Bulletin.Ask ask -> receive(ask);
            case Bulletin.Delta(var node, var epoch, var n, var sighting) ->
                    hear(node, epoch, now, peer -> apply(peer, n, sighting, now));
            case Bulletin.Snapshot(var node, var epoch, var n, var part) ->
                    hear(node, epoch, now, peer -> peer.snapshot(n, part, now));
            case Bulletin.Beat(var node, var epoch, var n) ->
                    hear(
                            node,
                            epoch,
                            now,
                            peer -> {
                                peer.beat(n, now);
                                return Map.of();
                            });
        }
    }

    private Map<PersonId, Presence> apply(Peer peer, long n, Sighting sighting, long now) {
        var before = peer.delta(n, sighting, now);
        if (before.containsKey(sighting.person())) {
            absences.lastSeen(sighting);
        }
        return before;
    }

    private void receive(Bulletin.Ask ask) {
        if (ask.of().equals(announcer.self())) {
            announcer.asked();
        }
    }

    private void receiveOwn(Bulletin bulletin, long now) {
        if (bulletin instanceof Bulletin.Beat(_, var epoch, _) && epoch == announcer.epoch()) {
            ownBeatHeard = now;
            if (deaf) {
                deaf = false;
                settledAt = now + rules.ttl().toMillis();
                peers.pardonAll(now);
            }
        }
    }

    private void hear(
            NodeId node, long epoch, long now, Function<Peer, Map<PersonId, Presence>> word) {
        var peer = peers.of(node, epoch, settled, now);
        if (peer.isPast(epoch)) {
            return;
        }
        var trusted = peer.trusted();
        var comeBackUntil = comeBackUntil(peer, now);
        moved(peer, peer.begins(epoch, settled, now), trusted, comeBackUntil);
        moved(peer, word.apply(peer), trusted, confirmedAt(now));
        if (deaf) {
            peers.doubtAll();
        }
        everybodyChanged |= peer.trusted() != trusted;
        if (peer.asks(now)) {
            outgoing.add(new Bulletin.Ask(announcer.self(), node));
        }
    }

    /// The people of a life that is over may come back, but not for longer than if it were silent.
    private long comeBackUntil(Peer peer, long now) {
        var silent = confirmedAt(peer.heard() + rules.ttl().toMillis());
        var soon = Math.min(now + rules.comeBack().toMillis(), silent);
        return Math.max(soon, confirmedAt(now));
    }

    void tick(long now) {
        announcer.beat(now).ifPresent(outgoing::add);
        outgoing.addAll(announcer.snapshot(local, now));
        listen(now);
        if (!deaf) {
            giveUpTheSilent(now);
        }
        changed.addAll(absences.confirmed(now));
    }

    private void listen(long now) {
        if (!deaf && now - ownBeatHeard >= rules.deaf().toMillis()) {
            deaf = true;
            settled = false;
            peers.doubtAll();
            everybodyChanged = true;
        } else if (!deaf && !settled && now >= settledAt) {
            settled = true;
            everybodyChanged = true;
        }
    }

    private void giveUpTheSilent(long now) {
        if (now >= peers.nextSilence()) {
            for (var peer : peers.silent(now)) {
                var trusted = peer.trusted();
                moved(peer, peer.giveUp(), trusted, confirmedAt(now));
                everybodyChanged |= !trusted;
            }
            peers.forgetLongGone(now);
        }
    }

    long next() {
        var next = Math.min(announcer.next(), absences.next());
        return deaf ? next : Math.min(next, nextOfPeers());
    }

    private long nextOfPeers() {
        var next = ownBeatHeard + rules.deaf().toMillis();
        next = Math.min(next, peers.nextSilence());
        return settled ? next : Math.min(next, settledAt);
    }

    List<Bulletin> takeOutgoing() {
        var taken = List.copyOf(outgoing);
        outgoing.clear();
        return taken;
    }

    /// Takes those who may be seen otherwise now.
    ///
    /// @param watched whom it matters of
    Set<PersonId> takeChanged(Supplier<Set<PersonId>> watched) {
        var taken = everybodyChanged ? watched.get() : new LinkedHashSet<>(changed);
        everybodyChanged = false;
        changed.clear();
        return taken;
    }

    Map<NodeId, Peer> peers() {
        return peers.all();
    }
}
