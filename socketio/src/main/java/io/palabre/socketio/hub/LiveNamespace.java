// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.Args;
import io.palabre.socketio.Replies;
import io.palabre.socketio.engine.Encoded;
import io.palabre.socketio.packet.PacketWriter;
import io.palabre.socketio.packet.SocketPacket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The sockets of one namespace on this node. All methods may be called from any thread.
final class LiveNamespace {
    private final String name;
    private final Rules rules;
    private final Lanes lanes;
    private final @Nullable Memory memory;
    private final Relay relay;
    private final Map<String, LiveSocket> sockets = new ConcurrentHashMap<>();
    private final Map<Integer, LaneRooms> roomsByLane = new ConcurrentHashMap<>();
    private final RoomIndex index = new RoomIndex();

    /// @param memory what it remembers for clients that come back, or null for nothing
    LiveNamespace(String name, Rules rules, Lanes lanes, @Nullable Memory memory, Relay relay) {
        this.memory = memory;
        this.relay = relay;
        this.name = name;
        this.rules = rules;
        this.lanes = lanes;
    }

    String name() {
        return name;
    }

    Rules rules() {
        return rules;
    }

    Collection<LiveSocket> sockets() {
        return Collections.unmodifiableCollection(sockets.values());
    }

    @Nullable Memory memory() {
        return memory;
    }

    /// Sends an event to all of `audience` on other nodes.
    void relay(Audience audience, CharSequence json, List<byte[]> attachments, boolean droppable) {
        relay.publish(name, audience, json, attachments, droppable);
    }

    /// Sends an event to all of `audience` on this node.
    void publish(
            Audience audience, CharSequence json, List<byte[]> attachments, boolean droppable) {
        if (memory == null || droppable) {
            send(audience, event(json, attachments), droppable);
        } else {
            memory.publish(
                    audience,
                    json,
                    attachments,
                    marked -> send(audience, event(marked, attachments), false));
        }
    }

    /// Sends an event to one socket.
    void publish(LiveSocket socket, CharSequence json, List<byte[]> attachments) {
        if (memory == null) {
            socket.send(event(json, attachments));
        } else {
            memory.publish(
                    Audience.EVERYONE.to(socket.id()),
                    json,
                    attachments,
                    marked -> socket.send(event(marked, attachments)));
        }
    }

    private Encoded event(CharSequence json, List<byte[]> attachments) {
        return PacketWriter.event(name, SocketPacket.NO_ACK, json, attachments);
    }

    /// Sends a packet to all of `audience`, with one task for each lane it lives on.
    private void send(Audience audience, Encoded packet, boolean droppable) {
        onLanes(audience, rooms -> rooms.send(audience, packet, droppable));
    }

    /// Calls `action` for each socket of `audience`, on the lane of that socket.
    void each(Audience audience, Consumer<LiveSocket> action) {
        onLanes(audience, rooms -> rooms.each(audience, action));
    }

    /// Asks each socket of `audience` on this node.
    ///
    /// @return from each lane, when it has asked, the answers it waits for
    List<CompletableFuture<List<CompletableFuture<Args>>>> ask(
            Audience audience, CharSequence json, List<byte[]> attachments, Duration timeout) {
        return map(audience, socket -> socket.emitWithAck(json, attachments, timeout));
    }

    /// Asks each socket of `audience` on other nodes.
    List<CompletableFuture<Replies>> askOthers(
            Audience audience, CharSequence json, List<byte[]> attachments, Duration timeout) {
        return relay.ask(name, audience, json, attachments, timeout);
    }

    private <T> List<CompletableFuture<List<T>>> map(
            Audience audience, Function<LiveSocket, T> question) {
        var answers = new ArrayList<CompletableFuture<List<T>>>();
        onEachLane(
                audience,
                _ -> {
                    var answer = new CompletableFuture<List<T>>();
                    answers.add(answer);
                    return rooms -> answer.complete(rooms.map(audience, question));
                });
        return answers;
    }

    private void onLanes(Audience audience, Consumer<LaneRooms> task) {
        onEachLane(audience, _ -> task);
    }

    private void onEachLane(Audience audience, IntFunction<Consumer<LaneRooms>> tasks) {
        var stamp = lanes.enter();
        try {
            var chosen = index.lanes(audience, sockets::get);
            for (var i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
                var rooms = rooms(i);
                var task = tasks.apply(i);
                lanes.get(i).execute(() -> task.accept(rooms));
            }
        } finally {
            lanes.exit(stamp);
        }
    }

    void add(LiveSocket socket) {
        sockets.put(socket.id(), socket);
        entered(
                () -> {
                    var lane = socket.lane();
                    index.add(lane.index());
                    lane.execute(() -> rooms(lane.index()).add(socket));
                });
    }

    void remove(LiveSocket socket, String reason) {
        if (!sockets.remove(socket.id(), socket)) {
            return;
        }
        var rooms = socket.takeRooms();
        if (memory != null) {
            memory.ended(socket, rooms, reason);
        }
        entered(
                () -> {
                    var lane = socket.lane();
                    index.remove(lane.index());
                    lane.execute(() -> rooms(lane.index()).remove(socket));
                    rooms.forEach(room -> left(room, socket, lane));
                });
    }

    void join(String room, LiveSocket socket) {
        entered(
                () -> {
                    if (socket.enter(room)) {
                        var lane = socket.lane();
                        index.join(room, lane.index());
                        lane.execute(() -> rooms(lane.index()).join(room, socket));
                    }
                });
    }

    void leave(String room, LiveSocket socket) {
        entered(
                () -> {
                    if (socket.exit(room)) {
                        left(room, socket, socket.lane());
                    }
                });
    }

    /// Makes all of `audience` enter a room: a broadcast to it that the same thread begins next
    /// finds them. Until a lane has done so it counts as one where somebody is in the room.
    void joinAll(Audience audience, String room) {
        onEachLane(
                audience,
                lane -> {
                    index.join(room, lane);
                    return here -> {
                        here.each(audience, socket -> joinHere(room, socket, lane));
                        index.leave(room, lane);
                    };
                });
    }

    /// Makes all of `audience` leave a room: a broadcast to it that the same thread begins next
    /// does not reach them.
    void leaveAll(Audience audience, String room) {
        onEachLane(
                audience,
                lane -> here -> here.each(audience, socket -> leaveHere(room, socket, lane)));
    }

    private void joinHere(String room, LiveSocket socket, int here) {
        entered(
                () -> {
                    if (socket.enter(room)) {
                        var lane = socket.lane();
                        index.join(room, lane.index());
                        soonest(lane, here, () -> rooms(lane.index()).join(room, socket));
                    }
                });
    }

    private void leaveHere(String room, LiveSocket socket, int here) {
        entered(
                () -> {
                    if (socket.exit(room)) {
                        var lane = socket.lane();
                        soonest(lane, here, () -> rooms(lane.index()).leave(room, socket));
                        index.leave(room, lane.index());
                    }
                });
    }

    /// Runs a task at once if `lane` is the one whose thread this is.
    private static void soonest(Lane lane, int here, Runnable task) {
        if (lane.index() == here) {
            task.run();
        } else {
            lane.execute(task);
        }
    }

    private void left(String room, LiveSocket socket, Lane lane) {
        lane.execute(() -> rooms(lane.index()).leave(room, socket));
        index.leave(room, lane.index());
    }

    /// Moves a socket with its rooms to another lane, inside [Lanes#move].
    void move(LiveSocket socket, Lane from, Lane to) {
        if (!sockets.containsKey(socket.id())) {
            return;
        }
        index.remove(from.index());
        index.add(to.index());
        to.execute(() -> rooms(to.index()).add(socket));
        from.execute(() -> rooms(from.index()).remove(socket));
        for (var room : socket.rooms()) {
            index.leave(room, from.index());
            index.join(room, to.index());
            to.execute(() -> rooms(to.index()).join(room, socket));
            from.execute(() -> rooms(from.index()).leave(room, socket));
        }
    }

    private void entered(Runnable action) {
        var stamp = lanes.enter();
        try {
            action.run();
        } finally {
            lanes.exit(stamp);
        }
    }

    private LaneRooms rooms(int lane) {
        return roomsByLane.computeIfAbsent(lane, _ -> new LaneRooms());
    }
}
