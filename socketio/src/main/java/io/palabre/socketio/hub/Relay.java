// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.ClusterBus;
import io.palabre.socketio.ClusterBus.Relayed;
import io.palabre.socketio.Replies;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Where broadcasts leave for other nodes, if there are any.
final class Relay {
    private static final Duration ON_THE_WAY = Duration.ofSeconds(1);
    private static final Replies NO_ANSWER = new Replies(List.of(), 1);

    private volatile @Nullable ClusterBus bus;

    void over(ClusterBus bus) {
        this.bus = bus;
    }

    void publish(
            String namespace,
            Audience audience,
            CharSequence json,
            List<byte[]> attachments,
            boolean droppable) {
        var others = bus;
        if (others != null) {
            others.publish(relayed(namespace, audience, json, attachments, droppable));
        }
    }

    /// What the sockets of each other node answer.
    List<CompletableFuture<Replies>> ask(
            String namespace,
            Audience audience,
            CharSequence json,
            List<byte[]> attachments,
            Duration timeout) {
        var others = bus;
        if (others == null) {
            return List.of();
        }
        return others.ask(relayed(namespace, audience, json, attachments, false), timeout).stream()
                .map(answer -> bounded(answer, timeout))
                .toList();
    }

    private static CompletableFuture<Replies> bounded(
            CompletableFuture<Replies> answer, Duration timeout) {
        return answer.copy()
                .orTimeout(timeout.plus(ON_THE_WAY).toNanos(), TimeUnit.NANOSECONDS)
                .exceptionally(_ -> NO_ANSWER);
    }

    private static Relayed relayed(
            String namespace,
            Audience audience,
            CharSequence json,
            List<byte[]> attachments,
            boolean droppable) {
        return new Relayed(
                namespace,
                audience.rooms(),
                audience.except(),
                json.toString(),
                attachments,
                droppable);
    }
}
