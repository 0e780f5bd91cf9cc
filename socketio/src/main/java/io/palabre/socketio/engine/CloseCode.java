// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.engine;

/// The codes of WebSocket close frames (RFC 6455, section 7.4) that a server sends.
public enum CloseCode {
    NORMAL(1000),
    GOING_AWAY(1001),
    PROTOCOL_ERROR(1002),
    INVALID_DATA(1007),
    POLICY(1008),
    TOO_BIG(1009);

    /// The number in the frame.
    public final int number;

    CloseCode(int number) {
        this.number = number;
    }
}
