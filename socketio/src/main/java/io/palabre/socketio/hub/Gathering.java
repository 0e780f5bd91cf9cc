// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.Args;
import io.palabre.socketio.Replies;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/// Gathers the acknowledgements of a broadcast.
final class Gathering {
    private Gathering() {}

    /// Completes when each socket has answered or failed to.
    ///
    /// @param asked for each lane, the acknowledgements it waits for once it has asked
    static CompletableFuture<Replies> of(
            List<CompletableFuture<List<CompletableFuture<Args>>>> asked) {
        return all(asked)
                .thenComposeAsync(
                        lanes -> settled(lanes.stream().flatMap(List::stream).toList()),
                        Thread::startVirtualThread);
    }

    /// The answers of several nodes as one.
    static CompletableFuture<Replies> together(List<CompletableFuture<Replies>> nodes) {
        return all(nodes).thenApplyAsync(Gathering::joined, Thread::startVirtualThread);
    }

    private static Replies joined(List<Replies> nodes) {
        return new Replies(
                nodes.stream().flatMap(replies -> replies.received().stream()).toList(),
                nodes.stream().mapToInt(Replies::expected).sum());
    }

    private static CompletableFuture<Replies> settled(List<CompletableFuture<Args>> replies) {
        var present =
                replies.stream()
                        .map(
                                r ->
                                        r.handle(
                                                (args, fault) ->
                                                        fault == null
                                                                ? Stream.of(args)
                                                                : Stream.<Args>empty()))
                        .toList();
        return all(present)
                .thenApply(
                        received ->
                                new Replies(
                                        received.stream().flatMap(Function.identity()).toList(),
                                        replies.size()));
    }

    private static <T> CompletableFuture<List<T>> all(List<CompletableFuture<T>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> futures.stream().map(CompletableFuture::join).toList());
    }
}
