// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.engine.Encoded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// The sockets of one namespace that live on one lane, and their rooms. Touched only by that lane.
final class LaneRooms {
    private final Map<String, LiveSocket> sockets = new HashMap<>();
    private final Map<String, Set<LiveSocket>> rooms = new HashMap<>();

    void add(LiveSocket socket) {
        sockets.put(socket.id(), socket);
    }

    void remove(LiveSocket socket) {
        sockets.remove(socket.id());
    }

    void join(String room, LiveSocket socket) {
        rooms.computeIfAbsent(room, _ -> LinkedHashSet.newLinkedHashSet(2)).add(socket);
    }

    void leave(String room, LiveSocket socket) {
        var members = rooms.get(room);
        if (members != null && members.remove(socket) && members.isEmpty()) {
            rooms.remove(room);
        }
    }

    /// Calls `action` once for each socket that `audience` means.
    void each(Audience audience, Consumer<LiveSocket> action) {
        var chosen = chosen(audience.rooms());
        if (audience.except().isEmpty()) {
            List.copyOf(chosen).forEach(action);
            return;
        }
        for (var socket : List.copyOf(chosen)) {
            if (!in(audience.except(), socket)) {
                action.accept(socket);
            }
        }
    }

    /// What `question` says about each socket that `audience` means.
    <T> List<T> map(Audience audience, Function<LiveSocket, T> question) {
        var answers = new ArrayList<T>();
        each(audience, socket -> answers.add(question.apply(socket)));
        return answers;
    }

    /// Sends a packet to each socket that `audience` means.
    void send(Audience audience, Encoded packet, boolean droppable) {
        each(audience, socket -> socket.sendOnLane(packet, droppable));
    }

    private Collection<LiveSocket> chosen(Set<String> names) {
        if (names.isEmpty()) {
            return sockets.values();
        }
        if (names.size() == 1) {
            return members(names.iterator().next());
        }
        var union = new LinkedHashSet<LiveSocket>();
        names.forEach(name -> union.addAll(members(name)));
        return union;
    }

    private Collection<LiveSocket> members(String room) {
        var members = rooms.getOrDefault(room, Set.of());
        var single = sockets.get(room);
        if (single == null) {
            return members;
        }
        var both = new LinkedHashSet<>(members);
        both.add(single);
        return both;
    }

    private boolean in(Set<String> names, LiveSocket socket) {
        for (var name : names) {
            if (name.equals(socket.id()) || rooms.getOrDefault(name, Set.of()).contains(socket)) {
                return true;
            }
        }
        return false;
    }
}
