// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

/// What carries packets.
public enum Transport {
    /// HTTP long-polling.
    POLLING("polling"),
    /// WebSocket.
    WEBSOCKET("websocket");

    private final String wireName;

    Transport(String wireName) {
        this.wireName = wireName;
    }

    /// The name in the `transport` query parameter.
    public String wireName() {
        return wireName;
    }
}
