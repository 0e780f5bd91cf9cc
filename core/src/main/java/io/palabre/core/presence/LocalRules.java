// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import java.time.Duration;

/// The times by which a node judges its own devices.
///
/// @param linger how long a person is still there after a socket closed
/// @param idleAfter how long without activity until a device is idle
/// @param lease how long a heartbeat or a sign-in counts without a socket
/// @param writeEvery how long traces are collected before they are stored
public record LocalRules(Duration linger, Duration idleAfter, Duration lease, Duration writeEvery) {

    /// How often clients without a socket are asked to call.
    public static final Duration HEARTBEAT = Duration.ofSeconds(30);

    public static final LocalRules STANDARD =
            new LocalRules(
                    Duration.ofMillis(1_800),
                    Duration.ofMinutes(5),
                    Duration.ofSeconds(75),
                    Duration.ofSeconds(30));
}
