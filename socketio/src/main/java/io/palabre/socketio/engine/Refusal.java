// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.engine;

/// Why a request was turned away, with the code that Engine.IO gives it.
public enum Refusal {
    UNKNOWN_TRANSPORT(400, 0, "Transport unknown"),
    UNKNOWN_SESSION(400, 1, "Session ID unknown"),
    BAD_METHOD(400, 2, "Bad handshake method"),
    BAD_REQUEST(400, 3, "Bad request"),
    FORBIDDEN(403, 4, "Forbidden"),
    UNSUPPORTED_VERSION(400, 5, "Unsupported protocol version"),
    TOO_MANY_SESSIONS(429, 4, "Too many sessions"),
    SHUTTING_DOWN(503, 4, "Server is shutting down");

    /// The HTTP status.
    public final int status;

    /// The code in the body.
    public final int code;

    /// The message in the body.
    public final String message;

    Refusal(int status, int code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }
}
