// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.clients;

import java.util.List;

/// The ways a `socket.io-client` may be told to travel.
public enum Transports {
    POLLING("polling"),
    WEBSOCKET("websocket"),
    /// Begins by polling and moves to a WebSocket, as browsers do.
    UPGRADING("polling", "websocket");

    private final String first;
    private final String last;

    Transports(String only) {
        this(only, only);
    }

    Transports(String first, String last) {
        this.first = first;
        this.last = last;
    }

    List<String> names() {
        return first.equals(last) ? List.of(first) : List.of(first, last);
    }

    /// What it travels by in the end.
    public String last() {
        return last;
    }
}
