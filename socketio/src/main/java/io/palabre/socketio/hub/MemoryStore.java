// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.RecoveryStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps what clients may come back for in memory, the newest events and sockets of each namespace.
final class MemoryStore implements RecoveryStore {
    private final int max;
    private final Map<String, Kept> byNamespace = new HashMap<>();

    private static final class Kept {
        final ArrayDeque<Missed> events = new ArrayDeque<>();
        final LinkedHashMap<String, Saved> sockets = new LinkedHashMap<>();
    }

    /// @param max most events, and most sockets, of each namespace
    MemoryStore(int max) {
        this.max = max;
    }

    private Kept kept(String namespace) {
        return byNamespace.computeIfAbsent(namespace, _ -> new Kept());
    }

    @Override
    public synchronized void keep(Missed event) {
        var events = kept(event.namespace()).events;
        events.add(event);
        if (events.size() > max) {
            events.remove();
        }
    }

    @Override
    public synchronized Optional<List<Missed>> after(String namespace, String offset) {
        var missed = new ArrayList<Missed>();
        var newest = kept(namespace).events.descendingIterator();
        while (newest.hasNext()) {
            var event = newest.next();
            if (event.offset().equals(offset)) {
                return Optional.of(missed.reversed());
            }
            missed.add(event);
        }
        return Optional.empty();
    }

    @Override
    public synchronized void keep(Saved socket) {
        var sockets = kept(socket.namespace()).sockets;
        sockets.put(socket.pid(), socket);
        if (sockets.size() > max) {
            sockets.pollFirstEntry();
        }
    }

    @Override
    public synchronized Optional<Saved> take(String namespace, String pid) {
        return Optional.ofNullable(kept(namespace).sockets.remove(pid));
    }
}
