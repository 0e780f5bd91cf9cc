// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

/// Decides who may connect to a namespace.
@FunctionalInterface
public interface Authenticator {

    /// Called on a virtual thread: it may block. An exception refuses the client with
    /// `{"message":"internal error"}` and is reported to [SocketIo#onFault].
    Admission authenticate(Handshake handshake) throws Exception;
}
