// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Carries broadcasts to the other nodes of a cluster, never back to this one. Rooms stay local to
/// each node: a broadcast goes to all nodes, and each delivers it to its own sockets.
///
/// Broadcasts with acknowledgements, and operators that change sockets, concern the sockets of this
/// node only.
public interface ClusterBus {

    /// A broadcast on its way.
    ///
    /// @param rooms the rooms it is for; empty for everybody
    /// @param except rooms it is not for
    /// @param json the payload, an array with the event's name first
    /// @param droppable whether sockets that cannot take it right now miss it
    record Relayed(
            String namespace,
            Set<String> rooms,
            Set<String> except,
            String json,
            List<byte[]> attachments,
            boolean droppable) {}

    /// Takes a broadcast of this node. Called on the thread that emits; it must not wait for
    /// others.
    void publish(Relayed broadcast);

    /// Sets who takes the broadcasts of other nodes. Called once.
    void onBroadcast(Consumer<Relayed> receiver);
}
