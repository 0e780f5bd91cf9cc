// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.engine;

/// What a connection may be waiting for. Of those that share a [#slot] only one is awaited at a
/// time.
public enum Alarm {
    /// The time of the next ping.
    PING(0),
    /// A pong that should have come by now.
    PONG(0),
    /// An upgrade that should be done by now.
    UPGRADE(1),
    /// A poll that should have fetched the last packets by now.
    CLOSING(1),
    /// A client that should have joined a namespace by now.
    CONNECT(2),
    /// The attachments of a packet that should have come by now.
    ATTACHMENTS(2);

    /// How many slots there are.
    public static final int SLOTS = 3;

    /// Alarms with the same slot replace each other.
    public final int slot;

    Alarm(int slot) {
        this.slot = slot;
    }
}
