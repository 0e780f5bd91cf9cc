// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.Args;
import io.palabre.socketio.Broadcast;
import io.palabre.socketio.DisconnectReason;
import io.palabre.socketio.Handshake;
import io.palabre.socketio.Listener;
import io.palabre.socketio.Namespace;
import io.palabre.socketio.Prepared;
import io.palabre.socketio.RecoveryStore;
import io.palabre.socketio.Socket;
import io.palabre.socketio.Transport;
import io.palabre.socketio.engine.CloseCode;
import io.palabre.socketio.engine.Encoded;
import io.palabre.socketio.packet.PacketWriter;
import io.palabre.socketio.packet.SocketPacket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A socket that is or was connected. What it costs while idle is what it was given: listeners,
/// rooms and acknowledgements take no memory until there are some.
final class LiveSocket implements Socket {
    private volatile String id;
    private volatile @Nullable String pid;
    private volatile boolean recovered;
    private final LiveNamespace namespace;
    private final Namespace face;
    private final ClientHandshake handshake;
    private final Client client;
    private final Inbox inbox;
    private final Acks acks = new Acks();
    private volatile @Nullable Object attachment;
    private volatile boolean connected;
    private final SocketListeners listeners = new SocketListeners();
    private volatile Set<String> rooms = Set.of();

    LiveSocket(String id, LiveNamespace namespace, Namespace face, Client client, String authJson) {
        this.id = id;
        this.pid = namespace.memory() == null ? null : client.hub().secret();
        this.namespace = namespace;
        this.face = face;
        this.client = client;
        this.handshake = new ClientHandshake(client.opening(), namespace.name(), authJson);
        this.inbox = new Inbox(client.hub().inboundBounds(), client.link());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Namespace namespace() {
        return face;
    }

    LiveNamespace home() {
        return namespace;
    }

    @Override
    public Handshake handshake() {
        return handshake;
    }

    @Override
    public <T> T attachment(Class<T> type) {
        var attached = attachment;
        if (attached == null) {
            throw new IllegalStateException("nothing is attached to this socket");
        }
        return type.cast(attached);
    }

    @Override
    public Socket attach(@Nullable Object attachment) {
        this.attachment = attachment;
        return this;
    }

    @Override
    public boolean connected() {
        return connected;
    }

    @Override
    public boolean recovered() {
        return recovered;
    }

    /// The secret by which its client may ask for it again, if the namespace remembers it.
    @Nullable String pid() {
        return pid;
    }

    @Nullable Object attachment() {
        return attachment;
    }

    @Override
    public Transport transport() {
        return client.link().transport();
    }

    Lane lane() {
        return client.link().lane();
    }

    // ---- listening

    @Override
    public Socket on(String event, Listener listener) {
        listeners.add(event, listener);
        return this;
    }

    @Override
    public Socket onAny(Listener listener) {
        listeners.addForAll(listener);
        return this;
    }

    @Override
    public Socket onDisconnect(Consumer<String> listener) {
        listeners.addForEnd(listener);
        return this;
    }

    /// Runs `task` after everything that the listeners of this socket have still to do.
    void later(Runnable task) {
        inbox.add(task, 0);
    }

    void received(SocketPacket.Event packet) {
        var incoming = new LiveIncoming(this, packet);
        inbox.add(() -> handle(incoming), 2 * packet.payload().text().length());
    }

    private void handle(LiveIncoming incoming) {
        listeners.ofAll().forEach(l -> tell(l, incoming));
        listeners.of(incoming.event()).forEach(l -> tell(l, incoming));
        namespace.rules().eventListeners.of(incoming.event()).forEach(l -> tell(l, incoming));
    }

    private void tell(Listener listener, LiveIncoming incoming) {
        guarded(incoming.event(), () -> listener.accept(incoming));
    }

    void received(SocketPacket.Ack packet) {
        acks.arrived(packet.ackId(), Received.of(packet.payload(), packet.attachments()));
    }

    // ---- life

    /// It takes the place of an earlier socket, before it begins.
    void resume(RecoveryStore.Saved saved) {
        id = saved.sid();
        pid = saved.pid();
        recovered = true;
    }

    /// The namespace accepted it.
    void begin(@Nullable Object attached) {
        attachment = attached;
        connected = true;
        namespace.add(this);
        var told = namespace.rules().connectListeners;
        if (!told.isEmpty()) {
            later(() -> told.forEach(l -> guarded("connection", () -> l.accept(this))));
        }
    }

    /// Nothing is sent or received any more. On its lane, once.
    void end(String reason) {
        if (!connected) {
            return;
        }
        connected = false;
        namespace.remove(this, reason);
        acks.end(reason);
        if (!inbox.isEmpty() || someoneHearsTheEnd()) {
            later(() -> tellTheEnd(reason));
        }
    }

    private boolean someoneHearsTheEnd() {
        return !listeners.ofEnd().isEmpty() || !namespace.rules().disconnectListeners.isEmpty();
    }

    private void tellTheEnd(String reason) {
        listeners.ofEnd().forEach(l -> guarded("disconnect", () -> l.accept(reason)));
        namespace
                .rules()
                .disconnectListeners
                .forEach(l -> guarded("disconnect", () -> l.accept(this, reason)));
    }

    private interface Action {
        void run() throws Exception;
    }

    private void guarded(String event, Action action) {
        try {
            action.run();
        } catch (Exception | StackOverflowError | AssertionError fault) {
            client.hub().faults().report(namespace.name() + ' ' + id + ' ' + event, fault);
        }
    }

    // ---- sending

    void send(Encoded packet) {
        client.link().execute(() -> sendOnLane(packet, false));
    }

    void sendOnLane(Encoded packet, boolean droppable) {
        if (connected) {
            client.link().send(packet, droppable);
        }
    }

    @Override
    public void emit(String event, Object... args) {
        var json = Arguments.event(event, args);
        namespace.publish(this, json.json(), json.attachments());
    }

    @Override
    public void emit(Prepared event) {
        namespace.publish(this, event.json(), List.of());
    }

    @Override
    public boolean tryEmitVolatile(String event, Object... args) {
        return trySend(List.of(encode(event, SocketPacket.NO_ACK, args)));
    }

    @Override
    public boolean tryEmitVolatile(Prepared event) {
        return tryEmitVolatile(List.of(event));
    }

    @Override
    public boolean tryEmitVolatile(List<Prepared> events) {
        return trySend(events.stream().map(this::encode).toList());
    }

    private boolean trySend(List<Encoded> packets) {
        if (!connected || !client.link().ready()) {
            return false;
        }
        client.link().execute(() -> sendTogether(packets));
        return true;
    }

    /// Those that follow a first that leaves are not dropped.
    private void sendTogether(List<Encoded> packets) {
        var droppable = true;
        for (var packet : packets) {
            if (connected && !client.link().send(packet, droppable)) {
                return;
            }
            droppable = false;
        }
    }

    @Override
    public CompletableFuture<Args> emitWithAck(String event, Duration timeout, Object... args) {
        var payload = Arguments.event(event, args);
        return emitWithAck(payload.json(), payload.attachments(), timeout);
    }

    CompletableFuture<Args> emitWithAck(
            CharSequence json, List<byte[]> attachments, Duration timeout) {
        var expected = acks.expect(timeout);
        send(PacketWriter.event(namespace.name(), expected.id(), json, attachments));
        return expected.args();
    }

    private Encoded encode(String event, long ackId, Object[] args) {
        var json = Arguments.event(event, args);
        return PacketWriter.event(namespace.name(), ackId, json.json(), json.attachments());
    }

    private Encoded encode(Prepared event) {
        return PacketWriter.event(namespace.name(), SocketPacket.NO_ACK, event.json(), List.of());
    }

    // ---- rooms

    @Override
    public void join(String room) {
        if (connected) {
            namespace.join(room, this);
        }
    }

    @Override
    public void leave(String room) {
        namespace.leave(room, this);
    }

    @Override
    public Set<String> rooms() {
        return Set.copyOf(rooms);
    }

    /// Notes that it is in a room; false if it was.
    synchronized boolean enter(String room) {
        if (!connected) {
            return false;
        }
        if (rooms.isEmpty()) {
            rooms = Set.of(room);
            return true;
        }
        return !rooms.contains(room) && several().add(room);
    }

    /// A set costs more than the one room that many sockets are in.
    private Set<String> several() {
        if (!(rooms instanceof ConcurrentHashMap.KeySetView)) {
            var more = ConcurrentHashMap.<String>newKeySet(4);
            more.addAll(rooms);
            rooms = more;
        }
        return rooms;
    }

    /// Notes that it is not in a room; false if it was not.
    synchronized boolean exit(String room) {
        return rooms.contains(room) && several().remove(room);
    }

    /// Notes that it is in no room any more, and returns those it was in.
    synchronized Set<String> takeRooms() {
        var taken = rooms;
        rooms = Set.of();
        return taken;
    }

    @Override
    public Broadcast broadcast() {
        return face.except(id);
    }

    @Override
    public Broadcast to(String room) {
        return face.to(room).except(id);
    }

    // ---- ending

    @Override
    public void disconnect(boolean closeEngine) {
        client.link().execute(() -> client.leave(this, closeEngine));
    }

    @Override
    public void close(String reason) {
        client.link().execute(() -> client.link().close(reason, CloseCode.POLICY));
    }

    @Override
    public String toString() {
        return namespace.name() + ' ' + id + (connected ? "" : " (ended)");
    }

    /// Ends for one of the reasons of [DisconnectReason], telling the client.
    void dismiss() {
        client.link().send(PacketWriter.disconnected(namespace.name()), false);
        end(DisconnectReason.SERVER_NAMESPACE_DISCONNECT);
    }
}
