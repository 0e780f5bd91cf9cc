// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.Alarms;
import io.palabre.core.ids.PersonId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What this node believes of the other nodes.
class Peers {

    private final ClusterRules rules;
    private final Map<NodeId, Peer> peers = new TreeMap<>();

    Peers(ClusterRules rules) {
        this.rules = rules;
    }

    /// @param trusted whether a node that is heard for the first time has nobody of whom we should
    ///   have heard before
    Peer of(NodeId node, long epoch, boolean trusted, long now) {
        return peers.computeIfAbsent(node, _ -> new Peer(rules, epoch, trusted, now));
    }

    Map<NodeId, Peer> all() {
        return peers;
    }

    /// Those who were silent for too long.
    List<Peer> silent(long now) {
        return peers.values().stream()
                .filter(peer -> !peer.gone() && now - peer.heard() >= rules.ttl().toMillis())
                .toList();
    }

    /// When the next will have been silent for too long.
    long nextSilence() {
        var next = Alarms.NEVER;
        for (var peer : peers.values()) {
            next = peer.gone() ? next : Math.min(next, peer.heard() + rules.ttl().toMillis());
        }
        return next;
    }

    /// What the others say of a person.
    Presence shown(PersonId person) {
        var shown = Presence.OFFLINE;
        for (var peer : peers.values()) {
            shown = peer.trusted() ? shown.or(peer.shown(person)) : shown;
        }
        return shown;
    }

    Set<PersonId> online() {
        var online = new LinkedHashSet<PersonId>();
        peers.values().stream().filter(Peer::trusted).map(Peer::people).forEach(online::addAll);
        return online;
    }

    /// Whether somebody whom nobody holds is offline for sure.
    boolean allTrusted() {
        for (var peer : peers.values()) {
            if (!peer.trusted()) {
                return false;
            }
        }
        return true;
    }

    /// The bus was down: who knows what was missed.
    void doubtAll() {
        peers.values().forEach(Peer::doubt);
    }

    /// The bus is back: silence counts from now on.
    void pardonAll(long now) {
        peers.values().forEach(peer -> peer.pardon(now));
    }

    /// Forgets nodes that were given up long ago.
    void forgetLongGone(long now) {
        var longAgo = now - 100 * rules.ttl().toMillis();
        peers.values().removeIf(peer -> peer.gone() && peer.heard() <= longAgo);
    }
}
