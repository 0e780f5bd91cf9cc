// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.ids.PersonId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a person is seen as they are; for operators only, since it tells of the invisible.
///
/// @param shown what others see
/// @param wish how they want to appear; null when no device of theirs is at this node
/// @param devices what keeps them online here
/// @param elsewhere what other nodes say
public record Explanation(
        PersonId person,
        Presence shown,
        Reason reason,
        @Nullable Wish wish,
        List<DeviceReport> devices,
        List<NodeReport> elsewhere) {

    /// Why it is so.
    public enum Reason {
        NO_DEVICE,
        INVISIBLE_BY_CHOICE,
        STATUS_BY_CHOICE,
        ALL_DEVICES_IDLE,
        /// Every socket has closed; the grace is not over.
        JUST_CLOSED,
        ACTIVE,
        ONLINE_AT_ANOTHER_NODE,
        /// No node holds them any more, which is not yet confirmed.
        BEING_CONFIRMED,
        /// The bus is down for this node, or what it heard before is in doubt.
        OTHER_NODES_UNKNOWN
    }

    /// One device that counts at this node.
    ///
    /// @param age since it was first seen
    /// @param sinceActive since its last activity
    /// @param left until it no longer counts; null for an open socket
    public record DeviceReport(
            Device device,
            Hold hold,
            Duration age,
            Duration sinceActive,
            @Nullable Duration left) {}

    /// What another node says of the person.
    ///
    /// @param shown offline when it says nothing
    /// @param trusted whether what was heard of the node is believed
    public record NodeReport(NodeId node, Presence shown, boolean trusted, Duration silence) {}
}
