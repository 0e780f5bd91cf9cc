// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.Transport;
import io.palabre.socketio.engine.Alarm;
import io.palabre.socketio.engine.CloseCode;
import io.palabre.socketio.engine.Encoded;

/// The connection below a client. Methods are for tasks on its own lane unless they say otherwise.
public interface Link {

    /// Runs a task on the lane of this connection, after those given before. From any thread.
    void execute(Runnable task);

    /// Where this connection lives. Changes only while nobody is inside [Lanes#enter]. From any
    /// thread.
    Lane lane();

    /// Whether a droppable packet would leave now, as far as one can tell. From any thread.
    boolean ready();

    /// What carries packets now. From any thread.
    Transport transport();

    /// Sends a packet.
    ///
    /// @param droppable whether it is only worth sending if it can leave right now
    /// @return false if it was dropped
    boolean send(Encoded packet, boolean droppable);

    /// Closes the connection once everything sent before has left.
    void close(String reason, CloseCode code);

    /// Closes the connection at once because of what the client did.
    void refuse(String reason);

    /// Stops reading from the client until [#resume] was called as often. From any thread.
    void pause();

    /// Takes a [#pause] back. From any thread.
    void resume();

    /// Asks for [Client#ring].
    void arm(Alarm alarm);

    /// Takes an [#arm] back.
    void disarm(Alarm alarm);
}
