// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.time.Duration;

/// How it is found out that a client is gone.
///
/// @param interval between a pong and the next ping
/// @param timeout for a pong to arrive
public record Heartbeat(Duration interval, Duration timeout) {

    public Heartbeat {
        if (interval.toMillis() < 1 || timeout.toMillis() < 1) {
            throw new IllegalArgumentException("ping interval and timeout are at least 1 ms");
        }
    }
}
