// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import java.time.Duration;

/// The model as it should be, and one mistake at a time.
enum Plant {
    NOTHING,
    NO_NODE_LEASE,
    NO_SELF_FENCE_AFTER_A_PAUSE,
    NO_LINGER,
    LOST_DELTAS_NOT_REPAIRED,
    BUS_DOWN_IS_EVERYBODY_OFFLINE,
    ONE_BOOLEAN_PER_USER,
    NO_PING_TIMEOUT,
    INVISIBLE_FILTERED_AT_THE_READER,
    FENCE_LATER_THAN_TTL,
    OLD_VIEW_TRUSTED_AFTER_HEAL,
    NO_CONFIRM;

    private static final Duration NEVER = Duration.ofDays(1);

    LocalRules local() {
        var right = LocalRules.STANDARD;
        var linger = this == NO_LINGER ? Duration.ZERO : right.linger();
        return new LocalRules(linger, right.idleAfter(), right.lease(), right.writeEvery());
    }

    ClusterRules cluster() {
        var right = ClusterRules.STANDARD;
        return new ClusterRules(
                right.beat(),
                this == NO_NODE_LEASE ? NEVER : right.ttl(),
                this == NO_CONFIRM ? Duration.ZERO : right.confirm(),
                right.comeBack(),
                fence(right),
                right.deaf());
    }

    private Duration fence(ClusterRules right) {
        return switch (this) {
            case NO_SELF_FENCE_AFTER_A_PAUSE -> NEVER;
            case FENCE_LATER_THAN_TTL -> right.ttl().plusSeconds(2);
            default -> right.fence();
        };
    }

    Publication publication() {
        var idleAfter = local().idleAfter();
        return this == INVISIBLE_FILTERED_AT_THE_READER
                ? new TellingAll(idleAfter)
                : new Publication(idleAfter);
    }

    Peers peers() {
        return this == OLD_VIEW_TRUSTED_AFTER_HEAL ? new Trusting(cluster()) : new Peers(cluster());
    }

    /// The roster of one life, put together as [Roster#ofCluster] does.
    Roster roster(Life life, Moment now) {
        var traces = new Traces(local().writeEvery());
        var local = new LocalRoster(local(), publication(), traces);
        var announcer = new Announcer(life, cluster(), now.millis());
        var cluster = new Cluster(announcer, cluster(), peers(), local);
        return new Roster(local, traces, WatchRules.STANDARD, cluster);
    }

    private static final class TellingAll extends Publication {
        TellingAll(Duration idleAfter) {
            super(idleAfter);
        }

        @Override
        Presence of(Attendee attendee, long now) {
            return attendee.isEmpty()
                    ? Presence.OFFLINE
                    : Presence.online(Availability.AVAILABLE, null, false);
        }
    }

    private static final class Trusting extends Peers {
        Trusting(ClusterRules rules) {
            super(rules);
        }

        @Override
        void doubtAll() {}
    }
}
