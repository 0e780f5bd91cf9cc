// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A store that belongs to the test and not to a server.
final class KeptStore implements RecoveryStore {
    private final List<Missed> events = new CopyOnWriteArrayList<>();
    private final Map<String, Saved> sockets = new ConcurrentHashMap<>();

    @Override
    public void keep(Missed event) {
        events.add(event);
    }

    @Override
    public Optional<List<Missed>> after(String namespace, String offset) {
        for (var i = 0; i < events.size(); i++) {
            if (events.get(i).offset().equals(offset)) {
                return Optional.of(List.copyOf(events.subList(i + 1, events.size())));
            }
        }
        return Optional.empty();
    }

    @Override
    public void keep(Saved socket) {
        sockets.put(socket.pid(), socket);
    }

    @Override
    public Optional<Saved> take(String namespace, String pid) {
        return Optional.ofNullable(sockets.remove(pid));
    }
}
