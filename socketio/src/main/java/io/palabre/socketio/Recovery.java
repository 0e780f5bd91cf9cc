// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Connection state recovery: a client that comes back soon gets its id, its rooms and the events
/// it missed. Handlers of clients see one more argument, the offset, at the end of each event.
///
/// @param maxDisconnection how long a client may be away
/// @param maxPackets most events remembered for each namespace; the oldest go first
/// @param skipAuthenticator whether a recovered socket is admitted without asking the
///   [Authenticator] again; false is right where tokens expire
/// @param store where to keep it, or null for memory
public record Recovery(
        Duration maxDisconnection,
        int maxPackets,
        boolean skipAuthenticator,
        @Nullable RecoveryStore store) {

    /// 2 minutes, 10,000 events, the authenticator is asked, in memory.
    public static Recovery defaults() {
        return new Recovery(Duration.ofMinutes(2), 10_000, false, null);
    }

    /// With a store that, for example, outlives the process.
    public Recovery withStore(RecoveryStore store) {
        return new Recovery(maxDisconnection, maxPackets, skipAuthenticator, store);
    }
}
