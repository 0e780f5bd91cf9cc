// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.util.Set;

/// Which other origins may use HTTP long-polling from a browser. WebSocket is not subject to CORS:
/// check `Origin` with [SocketIo#allowRequest].
///
/// @param origins exact origins such as `https://app.example.com`; `*` alone means any, without
///   credentials; empty means CORS is off
/// @param credentials whether cookies may be sent, for listed origins only
public record Cors(Set<String> origins, boolean credentials) {

    /// No cross-origin requests.
    public static Cors off() {
        return new Cors(Set.of(), false);
    }

    /// Any origin, without credentials.
    public static Cors any() {
        return new Cors(Set.of("*"), false);
    }
}
