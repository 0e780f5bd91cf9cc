// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.palabre.socketio.DisconnectReason;
import io.palabre.socketio.Transport;
import io.palabre.socketio.engine.Alarm;
import io.palabre.socketio.engine.CloseCode;
import io.palabre.socketio.engine.Effects;
import io.palabre.socketio.engine.Encoded;
import io.palabre.socketio.engine.EngineSession;
import io.palabre.socketio.engine.OutboundBounds;
import io.palabre.socketio.engine.Poll;
import io.palabre.socketio.engine.Wire;
import io.palabre.socketio.hub.Lane;
import io.palabre.socketio.hub.Lanes;
import io.palabre.socketio.hub.Link;
import io.palabre.socketio.hub.Opening;
import io.palabre.socketio.hub.Peer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// One Engine.IO session. Its state belongs to its lane; it changes lanes at most once, when it
/// upgrades to a WebSocket that lives on another.
final class Session implements Link, Effects {
    private final String sid;
    private final Sessions sessions;
    private final Lanes lanes;
    private final Peer peer;
    private final String address;
    private final Alarms alarms;
    private @Nullable EngineSession engine;
    private volatile EventLane home;

    /// What came to the new lane before the old one was done; null unless the session is moving.
    private volatile @Nullable Queue<Runnable> early;

    private volatile @Nullable EventLane leaving;
    private volatile @Nullable WebSocketChannel socket;
    private volatile boolean polled;
    private boolean flushing;
    private int pauses;
    private @Nullable Runnable heldPostAnswer;

    Session(ServerState server, EventLane home, Opening opening, PeerFactory peers) {
        this.sid = server.hub().secret();
        this.sessions = server.sessions();
        this.lanes = server.hub().lanes();
        this.home = home;
        this.peer = peers.peer(server.hub(), this, opening);
        this.address = opening.remoteAddress();
        this.alarms = new Alarms(server.heartbeat(opening), this::ring);
    }

    String sid() {
        return sid;
    }

    String address() {
        return address;
    }

    /// The name of the heartbeat it asked for; null for the usual one.
    @Nullable String heartbeat() {
        return alarms.heartbeat();
    }

    // ---- beginning

    /// Begins with long-polling, on its lane.
    void beginPolling(OutboundBounds bounds) {
        engine = new EngineSession(this, bounds);
        peer.begin();
    }

    /// Begins with a WebSocket, on its lane.
    void beginWebSocket(OutboundBounds bounds, WebSocketChannel wire, Encoded open) {
        socket = wire;
        engine = new EngineSession(this, bounds, wire);
        wire.write(open, false);
        peer.begin();
    }

    private EngineSession engine() {
        if (engine == null) {
            throw new IllegalStateException("session has not begun");
        }
        return engine;
    }

    // ---- lanes

    @Override
    public Lane lane() {
        return home;
    }

    @Override
    public void execute(Runnable task) {
        var stamp = lanes.enter();
        try {
            home.execute(() -> runOrKeep(task));
        } finally {
            lanes.exit(stamp);
        }
    }

    private void runOrKeep(Runnable task) {
        var keeping = early;
        if (keeping != null && home.isCurrent()) {
            keeping.add(task);
        } else {
            task.run();
        }
    }

    @Override
    public void switchTo(Wire wire) {
        var target = (WebSocketChannel) wire;
        socket = target;
        if (target.lane().equals(home)) {
            engine().switched();
        } else {
            lanes.move(() -> move(home, target.lane()));
        }
    }

    private void move(EventLane from, EventLane to) {
        leaving = from;
        early = new ArrayDeque<>();
        home = to;
        peer.move(from, to);
        from.execute(() -> depart(to));
    }

    private void depart(EventLane to) {
        var set = alarms.takeAll();
        leaving = null;
        to.execute(() -> arrive(to, set));
    }

    /// The lane whose thread may touch this session now.
    private EventLane currentLane() {
        var from = leaving;
        return from == null ? home : from;
    }

    private void arrive(EventLane at, Queue<AlarmNode> set) {
        alarms.resume(set, at);
        var waiting = early;
        early = null;
        engine().switched();
        if (waiting != null) {
            waiting.forEach(Runnable::run);
        }
    }

    // ---- from the client

    /// A GET request, from any thread.
    void poll(Poll poll, Runnable refuse) {
        execute(
                () -> {
                    polled = true;
                    unless(engine().poll(poll), refuse);
                });
    }

    /// A GET request was answered, on its lane.
    void pollAnswered() {
        polled = false;
    }

    /// A GET request whose client has gone, from any thread.
    void pollAborted(Poll poll) {
        execute(() -> engine().pollAborted(poll));
    }

    /// Begins a POST request, from any thread.
    void postBegins(PostRequest post, Runnable refuse) {
        execute(() -> unless(engine().postBegins(post), refuse));
    }

    /// Ends a POST request, from any thread.
    void postEnds(PostRequest post, String body, Runnable accept, Runnable refuse) {
        execute(
                () -> {
                    if (!engine().postEnds(post, body)) {
                        refuse.run();
                    } else if (pauses > 0) {
                        heldPostAnswer = accept;
                    } else {
                        accept.run();
                    }
                });
    }

    /// A POST request went wrong, from any thread.
    void postFailed(PostRequest post) {
        execute(() -> engine().postFailed(post));
    }

    private static void unless(boolean fine, Runnable otherwise) {
        if (!fine) {
            otherwise.run();
        }
    }

    /// A WebSocket wants to take over, on the lane of that.
    void probe(WebSocketChannel wire) {
        if (owns(wire)) {
            engine().probe(wire);
        } else {
            execute(() -> engine().probe(wire));
        }
    }

    /// A text message over a WebSocket, on the lane of that.
    void received(WebSocketChannel from, String packet) {
        if (owns(from)) {
            engine().received(from, packet);
        } else {
            execute(() -> engine().received(from, packet));
        }
    }

    /// A binary message over a WebSocket, on the lane of that.
    void received(WebSocketChannel from, byte[] message) {
        if (owns(from)) {
            engine().received(from, message);
        } else {
            execute(() -> engine().received(from, message));
        }
    }

    /// A WebSocket has ended, on the lane of that.
    void wireEnded(WebSocketChannel from, boolean failed) {
        execute(() -> engine().wireEnded(from, failed));
    }

    private boolean owns(WebSocketChannel wire) {
        return wire.lane().equals(home) && early == null;
    }

    // ---- what the protocol does (Effects)

    @Override
    public void message(String text) {
        peer.message(text);
    }

    @Override
    public void message(byte[] bytes) {
        peer.message(bytes);
    }

    @Override
    public void closed(String reason) {
        peer.closed(reason);
    }

    @Override
    public void gone() {
        sessions.remove(this);
        alarms.takeAll();
    }

    @Override
    public void flushSoon() {
        if (!flushing) {
            flushing = true;
            currentLane().pass().atEnd(() -> execute(this::flush));
        }
    }

    private void flush() {
        flushing = false;
        engine().flush();
    }

    @Override
    public void arm(Alarm alarm) {
        alarms.arm(alarm, currentLane());
    }

    @Override
    public void disarm(Alarm alarm) {
        alarms.disarm(alarm);
    }

    private void ring(Alarm alarm) {
        switch (alarm) {
            case PING, PONG, UPGRADE, CLOSING -> engine().ring(alarm);
            case CONNECT, ATTACHMENTS -> peer.ring(alarm);
        }
    }

    // ---- what namespaces do (Link)

    @Override
    public boolean ready() {
        var wire = socket;
        return wire == null ? polled : wire.writable();
    }

    @Override
    public Transport transport() {
        return socket == null ? Transport.POLLING : Transport.WEBSOCKET;
    }

    @Override
    public boolean send(Encoded packet, boolean droppable) {
        var keeping = early;
        if (keeping != null && home.isCurrent()) {
            keeping.add(() -> engine().send(packet, droppable));
            return true;
        }
        return engine().send(packet, droppable);
    }

    @Override
    public void close(String reason, CloseCode code) {
        engine().close(reason, code);
    }

    @Override
    public void refuse(String reason) {
        engine().refuse(reason);
    }

    /// The server is going away. From any thread.
    void shutDown() {
        execute(() -> close(DisconnectReason.SERVER_SHUTTING_DOWN, CloseCode.GOING_AWAY));
    }

    @Override
    public void pause() {
        execute(
                () -> {
                    pauses++;
                    read(false);
                });
    }

    @Override
    public void resume() {
        execute(
                () -> {
                    pauses--;
                    read(pauses == 0);
                });
    }

    private void read(boolean on) {
        if (socket != null) {
            socket.reading(on);
        }
        if (on && heldPostAnswer != null) {
            heldPostAnswer.run();
            heldPostAnswer = null;
        }
    }
}
