// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.Args;
import io.palabre.socketio.Disconnected;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The acknowledgements that a server waits for from one socket.
final class Acks {
    private long next;
    private @Nullable Map<Long, CompletableFuture<Args>> pending;
    private @Nullable String ended;

    /// An acknowledgement that is waited for.
    ///
    /// @param id how the client will refer to it
    /// @param args completes on a virtual thread, so that what depends on it may block
    record Expected(long id, CompletableFuture<Args> args) {}

    /// Registers an acknowledgement. It fails at once if the socket has ended.
    synchronized Expected expect(Duration timeout) {
        var arrival = new CompletableFuture<Args>();
        var id = next++;
        if (ended != null) {
            arrival.completeExceptionally(new Disconnected(ended));
        } else {
            pending = pending == null ? new HashMap<>() : pending;
            pending.put(id, arrival);
            arrival.orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
        }
        var args = new CompletableFuture<Args>();
        var _ =
                arrival.whenCompleteAsync(
                        (reply, fault) -> settle(id, args, reply, fault),
                        Thread::startVirtualThread);
        return new Expected(id, args);
    }

    private void settle(
            long id,
            CompletableFuture<Args> args,
            @Nullable Args reply,
            @Nullable Throwable fault) {
        if (fault != null) {
            forget(id);
            args.completeExceptionally(fault);
        } else if (reply != null) {
            args.complete(reply);
        }
    }

    private synchronized void forget(long id) {
        if (pending != null) {
            var _ = pending.remove(id);
        }
    }

    /// The client acknowledged; an unknown id is ignored.
    void arrived(long id, Args reply) {
        var arrival = take(id);
        if (arrival != null) {
            arrival.complete(reply);
        }
    }

    /// No acknowledgement comes any more.
    void end(String reason) {
        takeAll(reason).forEach(a -> a.completeExceptionally(new Disconnected(reason)));
    }

    private synchronized @Nullable CompletableFuture<Args> take(long id) {
        return pending == null ? null : pending.remove(id);
    }

    private synchronized List<CompletableFuture<Args>> takeAll(String reason) {
        ended = reason;
        var all =
                pending == null
                        ? List.<CompletableFuture<Args>>of()
                        : List.copyOf(pending.values());
        pending = null;
        return all;
    }
}
