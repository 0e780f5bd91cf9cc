// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.palabre.core.Refusal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.presence.Transport;
import io.palabre.core.sessions.Session;
import io.palabre.server.edge.Client;
import io.palabre.server.edge.Words;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.Json;
import io.palabre.socketio.Prepared;
import io.palabre.socketio.Socket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A socket and whose it is; nobody's until it signs in.
final class SocketClient implements Client {
    private final Socket socket;
    private final Json json;
    private volatile @Nullable Session session;
    private volatile boolean inDoubt;

    SocketClient(Socket socket, Json json) {
        this.socket = socket;
        this.json = json;
    }

    Socket socket() {
        return socket;
    }

    /// Nobody knows what became of something it asked. It gets no answer, and nothing it asked
    /// behind it is done, so that when it comes again and asks all of it again, the order is kept.
    void doubt() {
        inDoubt = true;
        socket.close("try_later");
    }

    boolean isInDoubt() {
        return inDoubt;
    }

    /// Where it comes from.
    String address() {
        return socket.handshake().remoteAddress();
    }

    boolean isAnonymous() {
        return session == null;
    }

    /// From now on it is this session's; when the session ends, so does the socket.
    void signIn(Session now) {
        var before = session;
        session = now;
        socket.join(SocketRooms.room(now.id()));
        if (before != null && !before.id().equals(now.id())) {
            socket.leave(SocketRooms.room(before.id()));
        }
    }

    @Override
    public Session session() {
        var current = session;
        if (current == null) throw Refused.because(Refusal.UNAUTHENTICATED);
        return current;
    }

    @Override
    public String id() {
        return socket.id();
    }

    @Override
    public Transport transport() {
        return switch (socket.transport()) {
            case WEBSOCKET -> Transport.WEBSOCKET;
            case POLLING -> Transport.POLLING;
        };
    }

    @Override
    public void emit(String event, Object shape) {
        emit(new Words(event, json.write(shape)));
    }

    @Override
    public void emit(Words words) {
        socket.emit(prepared(words));
    }

    @Override
    public boolean offer(List<Words> events) {
        return socket.tryEmitVolatile(events.stream().map(SocketClient::prepared).toList());
    }

    private static Prepared prepared(Words words) {
        return Prepared.event(words.event(), words.json());
    }

    @Override
    public void close(String reason) {
        socket.close(reason);
    }

    @Override
    public boolean hears(ConversationId conversation) {
        return socket.rooms().contains(SocketRooms.hearing(conversation));
    }

    @Override
    public void look(ConversationId conversation, boolean receipts) {
        SocketRooms.wantReceipts(socket, receipts);
        socket.join(SocketRooms.looking(conversation));
    }

    @Override
    public void lookAway(ConversationId conversation) {
        socket.leave(SocketRooms.looking(conversation));
    }
}
