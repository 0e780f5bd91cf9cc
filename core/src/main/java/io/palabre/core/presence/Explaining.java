// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.ids.PersonId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds out why a person is seen as they are.
final class Explaining {

    private final LocalRoster local;
    private final @Nullable Cluster cluster;

    Explaining(LocalRoster local, @Nullable Cluster cluster) {
        this.local = local;
        this.cluster = cluster;
    }

    Explanation explain(PersonId person, Presence shown, Moment now) {
        var attendee = local.attendee(person);
        var wish = attendee == null ? null : attendee.wish();
        var devices =
                attendee == null
                        ? List.<Explanation.DeviceReport>of()
                        : attendee.seats().stream().map(seat -> report(seat, now)).toList();
        return new Explanation(
                person, shown, reason(person, shown), wish, devices, nodes(person, now));
    }

    private static Explanation.DeviceReport report(Seat seat, Moment now) {
        var left =
                seat.until() == Seat.FOREVER
                        ? null
                        : Duration.ofMillis(Math.max(0, seat.until() - now.millis()));
        return new Explanation.DeviceReport(
                seat.device(),
                seat.hold(),
                now.since(seat.since()),
                now.since(seat.activeAt()),
                left);
    }

    private List<Explanation.NodeReport> nodes(PersonId person, Moment now) {
        return cluster == null
                ? List.of()
                : cluster.peers().entrySet().stream()
                        .map(entry -> report(entry.getKey(), entry.getValue(), person, now))
                        .toList();
    }

    private static Explanation.NodeReport report(
            NodeId node, Peer peer, PersonId person, Moment now) {
        return new Explanation.NodeReport(
                node, peer.shown(person), peer.trusted(), now.since(peer.heard()));
    }

    private Explanation.Reason reason(PersonId person, Presence shown) {
        var attendee = local.attendee(person);
        if (attendee != null && attendee.wish().invisible()) {
            return Explanation.Reason.INVISIBLE_BY_CHOICE;
        }
        if (!shown.isOnline()) {
            return shown.availability() == Availability.UNKNOWN
                    ? Explanation.Reason.OTHER_NODES_UNKNOWN
                    : Explanation.Reason.NO_DEVICE;
        }
        if (attendee != null && attendee.shown().looksLike(shown)) {
            return here(attendee);
        }
        return cluster != null && cluster.isHeld(person)
                ? Explanation.Reason.ONLINE_AT_ANOTHER_NODE
                : Explanation.Reason.BEING_CONFIRMED;
    }

    private static Explanation.Reason here(Attendee attendee) {
        if (attendee.seats().stream().allMatch(seat -> seat.is(Hold.CLOSING))) {
            return Explanation.Reason.JUST_CLOSED;
        }
        return switch (attendee.shown().availability()) {
            case BUSY, AWAY -> Explanation.Reason.STATUS_BY_CHOICE;
            case IDLE -> Explanation.Reason.ALL_DEVICES_IDLE;
            case AVAILABLE, OFFLINE, UNKNOWN -> Explanation.Reason.ACTIVE;
        };
    }
}
