// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Sockets of one namespace that are spoken to together. Immutable: each operator returns another
/// broadcast.
///
/// Events are encoded once, whatever the number of receivers. Broadcasts from one thread arrive in
/// order, also in relation to its emits to single sockets.
public interface Broadcast {

    /// Adds the sockets in `room`. Without any room, all sockets of the namespace are meant. A
    /// socket that is in several of the rooms is reached once.
    Broadcast to(String room);

    /// Leaves out the sockets in `room`, for example one socket by its id.
    Broadcast except(String room);

    /// Only sockets connected to this node of a cluster.
    Broadcast local();

    /// Sockets that cannot take the event right now miss it.
    Broadcast volatile_();

    /// Sends an event. See [Socket#emit(String, Object...)] for the arguments.
    void emit(String event, Object... args);

    /// Sends an event that was encoded before.
    void emit(Prepared event);

    /// Sends an event and gathers the acknowledgements that arrive within `timeout`, those of other
    /// nodes included unless this is [#local] or the [ClusterBus] does not carry them.
    CompletableFuture<Replies> emitWithAck(String event, Duration timeout, Object... args);

    /// Makes the sockets enter a room; broadcasts to it that the same thread begins next reach
    /// them.
    void socketsJoin(String room);

    /// Makes the sockets leave a room; broadcasts to it that the same thread begins next do not
    /// reach them.
    void socketsLeave(String room);

    /// Ends the sockets with "server namespace disconnect".
    ///
    /// @param closeEngine whether the connections below end too
    void disconnectSockets(boolean closeEngine);
}
