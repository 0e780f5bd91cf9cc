// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.ClusterBus;
import io.palabre.socketio.ClusterBus.Relayed;
import io.palabre.socketio.Replies;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Takes what comes from the other nodes of a cluster to the sockets of this one.
///
/// @param namespaces those of a name that exist here
record Arrivals(Function<String, List<LiveNamespace>> namespaces) {

    void over(ClusterBus bus) {
        bus.onBroadcast(this::deliver);
        bus.onQuestion(this::answer);
    }

    private void deliver(Relayed broadcast) {
        for (var namespace : namespaces.apply(broadcast.namespace())) {
            namespace.publish(
                    audience(broadcast),
                    broadcast.json(),
                    broadcast.attachments(),
                    broadcast.droppable());
        }
    }

    private CompletableFuture<Replies> answer(Relayed question, Duration timeout) {
        var asked =
                namespaces.apply(question.namespace()).stream()
                        .flatMap(
                                namespace ->
                                        namespace
                                                .ask(
                                                        audience(question),
                                                        question.json(),
                                                        question.attachments(),
                                                        timeout)
                                                .stream())
                        .toList();
        return Gathering.of(asked);
    }

    private static Audience audience(Relayed broadcast) {
        return new Audience(broadcast.rooms(), broadcast.except());
    }
}
