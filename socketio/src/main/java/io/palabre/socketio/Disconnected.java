// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

/// The socket ended before it acknowledged.
public final class Disconnected extends RuntimeException {

    /// @param reason why the socket ended
    public Disconnected(String reason) {
        super(reason, null, false, false);
    }
}
