// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;
import io.palabre.server.accounts.LiveSessions;
import io.palabre.server.delivery.Rooms;
import io.palabre.socketio.Namespace;
import io.palabre.socketio.Prepared;
import io.palabre.socketio.Socket;
import java.util.Optional;
import java.util.Set;

/// The rooms of Socket.IO that sockets are in: their person's, their session's, one for each
/// conversation they hear, one for each they look at. Clients cannot name a room.
public final class SocketRooms implements Rooms, LiveSessions {
    private final Namespace namespace;

    public SocketRooms(Namespace namespace) {
        this.namespace = namespace;
    }

    @Override
    public void toConversation(ConversationId conversation, String event, String json) {
        namespace.to(hearing(conversation)).emit(Prepared.event(event, json));
    }

    @Override
    public void toPerson(PersonId person, String event, String json) {
        namespace.to(of(person)).emit(Prepared.event(event, json));
    }

    @Override
    public void toLookers(ConversationId conversation, PersonId except, String event, String json) {
        namespace
                .to(looking(conversation))
                .except(of(except))
                .volatile_()
                .emit(Prepared.event(event, json));
    }

    @Override
    public void follow(PersonId person, ConversationId conversation) {
        namespace.to(of(person)).socketsJoin(hearing(conversation));
    }

    @Override
    public void unfollow(PersonId person, ConversationId conversation) {
        namespace.to(of(person)).socketsLeave(hearing(conversation));
        namespace.to(of(person)).socketsLeave(looking(conversation));
    }

    @Override
    public Optional<PersonId> anyFollower(ConversationId conversation) {
        var room = hearing(conversation);
        return namespace.sockets().stream()
                .filter(socket -> socket.rooms().contains(room))
                .map(socket -> socket.attachment(SocketClient.class).caller())
                .findFirst();
    }

    @Override
    public void end(SessionId session) {
        namespace.to(of(session)).disconnectSockets(true);
    }

    /// Seats a socket: all that its person hears reaches it from now on.
    void seat(SocketClient client, Set<ConversationId> conversations) {
        Socket socket = client.socket();
        conversations.forEach(conversation -> socket.join(hearing(conversation)));
        socket.join(of(client.caller()));
    }

    static String of(SessionId session) {
        return "session " + session;
    }

    static String looking(ConversationId conversation) {
        return "looking " + conversation;
    }

    private static String of(PersonId person) {
        return "person " + person;
    }

    private static String hearing(ConversationId conversation) {
        return "hearing " + conversation;
    }
}
