// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.ids.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What this node believes of one other node: the people who are online there, up to a change of
/// its. What comes in answers whose presence may be another one now, and what it was before.
final class Peer {

    /// Changes kept while an earlier one is missing; beyond it a snapshot brings them all.
    private static final int MOST_AHEAD = 10_000;

    /// Before any change of a life, also the empty one.
    private static final long NOTHING = -1;

    private final ClusterRules rules;
    private final TreeMap<Long, Sighting> ahead = new TreeMap<>();
    private final Map<Integer, List<Sighting>> parts = new HashMap<>();
    private Map<PersonId, Presence> online = new HashMap<>();
    private long partsOf = NOTHING;
    private long epoch;
    private long n;
    private long heard;
    private long askedAt = Long.MIN_VALUE;
    private boolean trusted;
    private boolean gone;
    private boolean incomplete;

    /// @param trusted whether nobody can be there of whom we should have heard before
    Peer(ClusterRules rules, long epoch, boolean trusted, long now) {
        this.rules = rules;
        this.epoch = epoch;
        this.trusted = trusted;
        this.heard = now;
    }

    long heard() {
        return heard;
    }

    boolean gone() {
        return gone;
    }

    /// Whether what it says is shown.
    boolean trusted() {
        return trusted;
    }

    /// Until it is heard that nothing was missed, nothing of it is shown.
    void doubt() {
        trusted = gone;
    }

    /// Silence counts from now on.
    void pardon(long now) {
        heard = now;
    }

    Presence shown(PersonId person) {
        return online.getOrDefault(person, Presence.OFFLINE);
    }

    Set<PersonId> people() {
        return online.keySet();
    }

    /// Whether a bulletin of this life comes from a life that is over.
    boolean isPast(long life) {
        return life < epoch;
    }

    /// A bulletin of this life was heard; a new one, or the return of one that was given up, starts
    /// with nobody there.
    ///
    /// @param settled as `trusted` of the constructor, for one that returns
    Map<PersonId, Presence> begins(long life, boolean settled, long now) {
        var before = Map.<PersonId, Presence>of();
        if (life > epoch) {
            before = forget();
            n = 0;
            epoch = life;
        }
        if (gone) {
            gone = false;
            heard = now;
            trusted = settled;
        }
        return before;
    }

    /// It was silent for too long.
    Map<PersonId, Presence> giveUp() {
        var before = forget();
        n = NOTHING;
        gone = true;
        trusted = true;
        return before;
    }

    private Map<PersonId, Presence> forget() {
        var before = online;
        online = new HashMap<>();
        ahead.clear();
        parts.clear();
        partsOf = NOTHING;
        return before;
    }

    Map<PersonId, Presence> delta(long number, Sighting sighting, long now) {
        heard = now;
        if (number <= n || ahead.size() >= MOST_AHEAD) {
            return Map.of();
        }
        ahead.put(number, sighting);
        var before = new HashMap<PersonId, Presence>();
        catchUp(before);
        incomplete = !ahead.isEmpty();
        return before;
    }

    private void catchUp(Map<PersonId, Presence> before) {
        for (var next = ahead.remove(n + 1); next != null; next = ahead.remove(n + 1)) {
            n++;
            before.putIfAbsent(next.person(), shown(next.person()));
            put(online, next);
        }
    }

    private static void put(Map<PersonId, Presence> online, Sighting sighting) {
        if (sighting.presence().isOnline()) {
            online.put(sighting.person(), sighting.presence());
        } else {
            online.remove(sighting.person());
        }
    }

    void beat(long last, long now) {
        var suspect = now - heard >= rules.deaf().toMillis();
        heard = now;
        if (last == n) {
            trusted = true;
            incomplete = false;
        } else if (last > n) {
            trusted &= !suspect;
            incomplete = true;
        }
    }

    Map<PersonId, Presence> snapshot(long last, Bulletin.Part part, long now) {
        heard = now;
        if (last == n) {
            trusted = true;
        }
        if (last <= n || last < partsOf) {
            return Map.of();
        }
        if (last > partsOf) {
            parts.clear();
            partsOf = last;
        }
        parts.put(part.index(), part.online());
        return parts.size() == part.of() ? adopt(last) : Map.of();
    }

    private Map<PersonId, Presence> adopt(long last) {
        var before = online;
        online = new HashMap<>();
        parts.values().forEach(some -> some.forEach(sighting -> put(online, sighting)));
        parts.clear();
        n = last;
        trusted = true;
        online.keySet().forEach(person -> before.putIfAbsent(person, Presence.OFFLINE));
        ahead.headMap(last, true).clear();
        catchUp(before);
        incomplete = !ahead.isEmpty();
        return before;
    }

    /// Whether to ask for a snapshot now; not again before the next quick beat.
    boolean asks(long now) {
        var asks = incomplete && now - rules.quickBeat().toMillis() >= askedAt;
        if (asks) {
            askedAt = now;
        }
        return asks;
    }
}
