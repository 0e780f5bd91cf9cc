// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import java.time.Duration;

/// The times by which nodes judge each other. A node must give up its own people before the others
/// do: `fence` and a few beats fit into `ttl`. `confirm` is longer than a beat, so that a lost
/// arrival is repaired before a departure is believed.
///
/// @param beat how often a node says that it is there; four times as often just after a change
/// @param ttl how long a node may be silent until its people are gone
/// @param confirm how long nobody must hold a person until they are shown offline
/// @param comeBack how long the people of a node that began a new life may take to come back
/// @param fence how late a node's own beat may be until it gives up its people
/// @param deaf how long without an own beat coming back until the bus is down for this node
public record ClusterRules(
        Duration beat,
        Duration ttl,
        Duration confirm,
        Duration comeBack,
        Duration fence,
        Duration deaf) {

    public static final ClusterRules STANDARD =
            new ClusterRules(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(7),
                    Duration.ofMillis(1_200),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(3),
                    Duration.ofMillis(2_500));

    /// How often a node beats for one beat's time after a change.
    Duration quickBeat() {
        return beat.dividedBy(4);
    }
}
