// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where connection state recovery keeps what clients may come back for. The default is memory; a
/// store that outlives the process lets clients recover after a restart.
///
/// Called on event loops, one call at a time for each namespace: an implementation answers from
/// memory and writes behind.
public interface RecoveryStore {

    /// An event that clients may have missed.
    ///
    /// @param offset identifies it; clients get it as the last argument
    /// @param rooms the rooms it was for; empty for everybody
    /// @param except rooms it was not for
    /// @param json the payload, the offset included
    record Missed(
            String namespace,
            String offset,
            Set<String> rooms,
            Set<String> except,
            String json,
            List<byte[]> attachments,
            Instant at) {

        /// Whether it was for a socket.
        ///
        /// @param own the rooms of that socket, its id included
        public boolean isFor(Set<String> own) {
            return (rooms.isEmpty() || own.stream().anyMatch(rooms::contains))
                    && own.stream().noneMatch(except::contains);
        }
    }

    /// A socket that went away and may come back.
    ///
    /// @param pid the secret by which its client will ask for it
    /// @param sid the socket's id
    /// @param attachment what was attached to it; a store that writes to disk may leave it out
    record Saved(
            String namespace,
            String pid,
            String sid,
            Set<String> rooms,
            @Nullable Object attachment,
            Instant at) {}

    /// Keeps an event. Events of one namespace come in order.
    void keep(Missed event);

    /// The events after `offset`, in order, or empty if that offset is not known any more.
    Optional<List<Missed>> after(String namespace, String offset);

    /// Keeps a socket.
    void keep(Saved socket);

    /// Takes a socket out: a second call with the same `pid` finds nothing.
    Optional<Saved> take(String namespace, String pid);
}
