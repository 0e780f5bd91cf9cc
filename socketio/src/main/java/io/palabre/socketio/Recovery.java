// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.time.Duration;

/// Connection state recovery: a client that comes back soon gets its rooms and what it missed.
///
/// @param maxDisconnection how long a client may be away
/// @param maxPackets most events remembered for each namespace; the oldest go first
/// @param skipAuthenticator whether a recovered socket is admitted without asking the
///   [Authenticator] again; false is right where tokens expire
public record Recovery(Duration maxDisconnection, int maxPackets, boolean skipAuthenticator) {

    /// 2 minutes, 10,000 events, the authenticator is asked.
    public static Recovery defaults() {
        return new Recovery(Duration.ofMinutes(2), 10_000, false);
    }
}
