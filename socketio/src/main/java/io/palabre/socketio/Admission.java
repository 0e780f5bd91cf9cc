// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import org.jspecify.annotations.Nullable;

/// The decision about a client that wants to connect to a namespace.
public sealed interface Admission {

    /// The client is in.
    ///
    /// @param attachment what the program wants to know about this socket later, for example who it
    ///   is
    record Accepted(@Nullable Object attachment) implements Admission {}

    /// The client gets a `connect_error`; the connection below stays open.
    ///
    /// @param message what `err.message` says at the client
    /// @param dataJson raw JSON for `err.data`, or null for none
    record Refused(String message, @Nullable String dataJson) implements Admission {}

    /// Lets the client in with nothing attached.
    static Admission accept() {
        return new Accepted(null);
    }

    /// Lets the client in; [Socket#attachment] returns `attachment`.
    static Admission accept(Object attachment) {
        return new Accepted(attachment);
    }

    /// Keeps the client out.
    static Admission refuse(String message) {
        return new Refused(message, null);
    }

    /// Keeps the client out and says more, as raw JSON.
    static Admission refuse(String message, String dataJson) {
        return new Refused(message, dataJson);
    }
}
