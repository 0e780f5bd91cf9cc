// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Carries broadcasts to the other nodes of a cluster, never back to this one. Rooms stay local to
/// each node: a broadcast goes to all nodes, and each delivers it to its own sockets.
///
/// [#publish] and [#onBroadcast] are enough for events. A bus that knows the other nodes and
/// carries answers back has [#ask] and [#onQuestion] too; without them, broadcasts with
/// acknowledgements concern the sockets of this node only. So do, in any case, operators that
/// change sockets.
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

    /// Asks the sockets of all other nodes. Called on the thread that emits; it must not wait for
    /// others. What arrives a second after `timeout` or later is not waited for.
    ///
    /// @param timeout for a socket to answer
    /// @return for each other node, what its sockets answered; a node that fails counts as one
    ///   socket that did not answer
    default List<CompletableFuture<Replies>> ask(Relayed question, Duration timeout) {
        return List.of();
    }

    /// Sets who answers the questions of other nodes, within the time they give. Called once.
    /// [Args#of] makes what travelled as text into arguments again.
    default void onQuestion(Answerer answerer) {}

    /// Asks the sockets of this node.
    @FunctionalInterface
    interface Answerer {
        /// What the sockets answer; complete soon after `timeout` at the latest.
        ///
        /// @param timeout for a socket to answer
        CompletableFuture<Replies> answer(Relayed question, Duration timeout);
    }
}
