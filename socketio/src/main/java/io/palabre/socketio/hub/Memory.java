// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import static io.palabre.socketio.DisconnectReason.FORCED_CLOSE;
import static io.palabre.socketio.DisconnectReason.FORCED_SERVER_CLOSE;
import static io.palabre.socketio.DisconnectReason.PING_TIMEOUT;
import static io.palabre.socketio.DisconnectReason.SERVER_SHUTTING_DOWN;
import static io.palabre.socketio.DisconnectReason.TRANSPORT_CLOSE;
import static io.palabre.socketio.DisconnectReason.TRANSPORT_ERROR;

import io.palabre.socketio.Recovery;
import io.palabre.socketio.RecoveryStore;
import io.palabre.socketio.RecoveryStore.Missed;
import io.palabre.socketio.RecoveryStore.Saved;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What one namespace remembers for clients that come back. Events are kept and handed to the lanes
/// under one lock, so that each client hears them in the order in which they are remembered; a
/// socket is restored under the same lock, so that it misses and repeats nothing.
final class Memory {
    private static final Set<String> RECOVERABLE =
            Set.of(
                    TRANSPORT_ERROR,
                    TRANSPORT_CLOSE,
                    FORCED_CLOSE,
                    PING_TIMEOUT,
                    SERVER_SHUTTING_DOWN,
                    FORCED_SERVER_CLOSE);

    private final String namespace;
    private final Recovery recovery;
    private final RecoveryStore store;
    private long nextOffset = System.currentTimeMillis() << 20;

    Memory(String namespace, Recovery recovery, RecoveryStore store) {
        this.namespace = namespace;
        this.recovery = recovery;
        this.store = store;
    }

    boolean skipsAuthenticator() {
        return recovery.skipAuthenticator();
    }

    /// Remembers an event and hands it on with its offset as the last argument.
    synchronized void publish(
            Audience audience,
            CharSequence json,
            List<byte[]> attachments,
            Consumer<CharSequence> send) {
        var offset = Long.toString(nextOffset++, 36);
        var marked = json.subSequence(0, json.length() - 1) + ",\"" + offset + "\"]";
        store.keep(
                new Missed(
                        namespace,
                        offset,
                        audience.rooms(),
                        audience.except(),
                        marked,
                        attachments,
                        Instant.now()));
        send.accept(marked);
    }

    /// Remembers a socket that went away, if its client may come back.
    synchronized void ended(LiveSocket socket, Set<String> rooms, String reason) {
        var pid = socket.pid();
        if (pid != null && RECOVERABLE.contains(reason)) {
            store.keep(
                    new Saved(
                            namespace,
                            pid,
                            socket.id(),
                            Set.copyOf(rooms),
                            socket.attachment(),
                            Instant.now()));
        }
    }

    /// The socket that a client asks for, if it is not too late. Nobody gets it again.
    Optional<Saved> take(String pid) {
        var oldest = Instant.now().minus(recovery.maxDisconnection());
        return store.take(namespace, pid).filter(saved -> saved.at().isAfter(oldest));
    }

    /// Runs `restore` with what the socket missed while nothing new is published, or returns false
    /// if `offset` is not known any more.
    synchronized boolean restore(Saved saved, String offset, Consumer<List<Missed>> restore) {
        var own = new HashSet<>(saved.rooms());
        own.add(saved.sid());
        var missed = store.after(namespace, offset);
        missed.ifPresent(all -> restore.accept(all.stream().filter(m -> m.isFor(own)).toList()));
        return missed.isPresent();
    }
}
