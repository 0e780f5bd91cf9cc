// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

/// Handles events of a socket.
@FunctionalInterface
public interface Listener {

    /// Called on a virtual thread, one event of a socket after the other: it may block. An
    /// exception is reported to [SocketIo#onFault] and the socket goes on.
    void accept(Incoming in) throws Exception;
}
