// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.engine;

/// A WebSocket, as a session sees it.
public interface Wire {

    /// Sends a packet.
    ///
    /// @param droppable whether the packet is only worth sending if it can leave right now
    /// @return false if too much waits already, and nothing was sent
    boolean write(Encoded packet, boolean droppable);

    /// Closes it after what was written before.
    void close(CloseCode code, String reason);

    /// Closes it at once, whatever waits.
    void drop();
}
