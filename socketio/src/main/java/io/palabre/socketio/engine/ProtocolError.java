// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.engine;

/// Something a client sent is not the protocol. It ends that client's connection and nothing else.
public final class ProtocolError extends RuntimeException {

    /// @param message what was wrong, without anything the client sent
    public ProtocolError(String message) {
        super(message, null, false, false);
    }
}
