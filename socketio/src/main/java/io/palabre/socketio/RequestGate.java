// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import io.vertx.core.http.HttpServerRequest;

/// Decides whether a request may open a session.
@FunctionalInterface
public interface RequestGate {

    /// Called on an event loop: it must not block.
    Verdict check(HttpServerRequest request);

    /// The gate's decision.
    sealed interface Verdict permits Allowed, Forbidden, TooMany {}

    /// The handshake goes on.
    record Allowed() implements Verdict {}

    /// The request is answered with 403.
    ///
    /// @param message told to the client
    record Forbidden(String message) implements Verdict {}

    /// The request is answered with 429.
    record TooMany() implements Verdict {}

    /// The handshake goes on.
    static Verdict allow() {
        return new Allowed();
    }

    /// The request is answered with 403 and `{"code":4,"message":"Forbidden"}`.
    static Verdict forbid() {
        return forbid("Forbidden");
    }

    /// The request is answered with 403 and `{"code":4,"message":message}`.
    static Verdict forbid(String message) {
        return new Forbidden(message);
    }

    /// The request is answered with 429 and `{"code":4,"message":"Too many sessions"}`.
    static Verdict tooMany() {
        return new TooMany();
    }
}
