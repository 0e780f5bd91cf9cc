// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What this node says about itself: its changes, numbered, that it is there, and everyone at once
/// when another node asks.
final class Announcer {

    private static final int PART = 500;

    private final NodeId self;
    private final ClusterRules rules;
    private long epoch;
    private long n;
    private long beatAt;
    private long quickUntil;
    private long snapshotAt;
    private boolean owesSnapshot;

    Announcer(Life life, ClusterRules rules, long now) {
        this.self = life.node();
        this.rules = rules;
        this.epoch = life.epoch();
        this.beatAt = now;
        this.quickUntil = now;
        this.snapshotAt = now;
    }

    NodeId self() {
        return self;
    }

    long epoch() {
        return epoch;
    }

    Bulletin.Delta delta(Sighting sighting, long now) {
        n++;
        quickUntil = now + rules.beat().toMillis();
        beatAt = Math.min(beatAt, now + rules.quickBeat().toMillis());
        return new Bulletin.Delta(self, epoch, n, sighting);
    }

    /// Whether this node was so late that others may have given its people up.
    boolean late(long now) {
        return now - beatAt >= rules.fence().toMillis();
    }

    /// What it said before holds no longer; nobody is here.
    void beginNewLife(long now) {
        epoch++;
        n = 0;
        beatAt = now;
        owesSnapshot = false;
    }

    Optional<Bulletin.Beat> beat(long now) {
        if (now < beatAt) {
            return Optional.empty();
        }
        var quick = now < quickUntil;
        beatAt = now + (quick ? rules.quickBeat() : rules.beat()).toMillis();
        return Optional.of(new Bulletin.Beat(self, epoch, n));
    }

    void asked() {
        owesSnapshot = true;
    }

    /// The snapshot that was asked for; at most one in the time of a quick beat, for all who ask.
    List<Bulletin.Snapshot> snapshot(LocalRoster local, long now) {
        if (!owesSnapshot || now < snapshotAt) {
            return List.of();
        }
        owesSnapshot = false;
        snapshotAt = now + rules.quickBeat().toMillis();
        return parts(local.online().toList());
    }

    private List<Bulletin.Snapshot> parts(List<Sighting> online) {
        var parts = Math.max(1, Math.ceilDiv(online.size(), PART));
        var snapshots = new ArrayList<Bulletin.Snapshot>(parts);
        for (var i = 0; i < parts; i++) {
            var some = online.subList(i * PART, Math.min((i + 1) * PART, online.size()));
            var part = new Bulletin.Part(i, parts, List.copyOf(some));
            snapshots.add(new Bulletin.Snapshot(self, epoch, n, part));
        }
        return snapshots;
    }

    long next() {
        return owesSnapshot ? Math.min(beatAt, snapshotAt) : beatAt;
    }
}
