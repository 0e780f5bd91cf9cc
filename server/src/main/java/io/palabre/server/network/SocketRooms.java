// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;
import io.palabre.server.delivery.Rooms;
import io.palabre.socketio.Broadcast;
import io.palabre.socketio.Namespace;
import io.palabre.socketio.Prepared;
import io.palabre.socketio.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The rooms of Socket.IO that sockets are in: their person's, their session's, one for each
/// conversation they hear, one for each they look at. Clients cannot name a room.
public final class SocketRooms implements Rooms {
    private static final String WITHOUT_RECEIPTS = "without receipts";

    private final Namespace namespace;
    private final Map<PersonId, Set<Socket>> seated = new ConcurrentHashMap<>();

    public SocketRooms(Namespace namespace) {
        this.namespace = namespace;
        namespace.onDisconnect((socket, _) -> unseat(socket));
    }

    @Override
    public void toOthers(
            ConversationId conversation, Set<PersonId> except, String event, String json) {
        var others = namespace.to(hearing(conversation));
        for (var person : except) others = others.except(room(person));
        others.emit(Prepared.event(event, json));
    }

    @Override
    public void toOthersSpare(
            ConversationId conversation, Set<PersonId> except, String event, String json) {
        Broadcast others = namespace.to(hearing(conversation));
        for (var person : except) others = others.except(room(person));
        others.volatile_().emit(Prepared.event(event, json));
    }

    @Override
    public void toHearers(
            ConversationId conversation, Set<PersonId> people, String event, String json) {
        var room = hearing(conversation);
        for (var person : people) {
            if (of(person).stream().anyMatch(socket -> socket.rooms().contains(room))) {
                toPerson(person, event, json);
            }
        }
    }

    @Override
    public void toPerson(PersonId person, String event, String json) {
        namespace.to(room(person)).emit(Prepared.event(event, json));
    }

    @Override
    public void toLookers(
            ConversationId conversation, Set<PersonId> except, String event, String json) {
        Broadcast lookers = namespace.to(looking(conversation)).except(WITHOUT_RECEIPTS);
        for (var person : except) lookers = lookers.except(room(person));
        lookers.volatile_().emit(Prepared.event(event, json));
    }

    @Override
    public void toLooker(
            ConversationId conversation, PersonId person, String event, Supplier<String> json) {
        var looking =
                of(person).stream().filter(socket -> wantsReceipts(socket, conversation)).toList();
        if (looking.isEmpty()) return;
        var message = Prepared.event(event, json.get());
        looking.forEach(socket -> socket.tryEmitVolatile(message));
    }

    private static boolean wantsReceipts(Socket socket, ConversationId conversation) {
        var rooms = socket.rooms();
        return rooms.contains(looking(conversation)) && !rooms.contains(WITHOUT_RECEIPTS);
    }

    @Override
    public void wantReceipts(PersonId person, boolean want) {
        of(person).forEach(socket -> wantReceipts(socket, want));
    }

    static void wantReceipts(Socket socket, boolean want) {
        if (want) socket.leave(WITHOUT_RECEIPTS);
        else socket.join(WITHOUT_RECEIPTS);
    }

    @Override
    public void follow(PersonId person, ConversationId conversation) {
        var room = hearing(conversation);
        of(person).forEach(socket -> socket.join(room));
    }

    @Override
    public void unfollow(PersonId person, ConversationId conversation) {
        for (var socket : of(person)) {
            socket.leave(hearing(conversation));
            socket.leave(looking(conversation));
        }
    }

    @Override
    public void endHearers(ConversationId conversation) {
        var room = hearing(conversation);
        namespace.sockets().stream()
                .filter(socket -> socket.rooms().contains(room))
                .forEach(SocketRooms::sendAway);
    }

    @Override
    public void end(PersonId person) {
        of(person).forEach(SocketRooms::sendAway);
    }

    /// It comes back by itself, with nothing taken over from before.
    private static void sendAway(Socket socket) {
        socket.close("try_later");
    }

    /// Ends all sockets of a session.
    public void end(SessionId session) {
        namespace.to(room(session)).disconnectSockets(true);
    }

    /// Seats a socket: all that its person hears reaches it from now on.
    void seat(SocketClient client, Set<ConversationId> conversations) {
        Socket socket = client.socket();
        conversations.forEach(conversation -> socket.join(hearing(conversation)));
        socket.join(room(client.caller()));
        seated.compute(client.caller(), (_, sockets) -> with(sockets, socket));
    }

    /// How many sockets of a person are seated.
    int sockets(PersonId person) {
        return of(person).size();
    }

    private static Set<Socket> with(@Nullable Set<Socket> sockets, Socket socket) {
        var more = sockets == null ? ConcurrentHashMap.<Socket>newKeySet(2) : sockets;
        more.add(socket);
        return more;
    }

    /// Runs behind everything that the socket had asked for, its seat included.
    private void unseat(Socket socket) {
        var client = socket.attachment(SocketClient.class);
        if (client.isAnonymous()) return;
        seated.computeIfPresent(client.caller(), (_, sockets) -> without(sockets, socket));
    }

    private static @Nullable Set<Socket> without(Set<Socket> sockets, Socket socket) {
        sockets.remove(socket);
        return sockets.isEmpty() ? null : sockets;
    }

    /// One by one and at once: what is told next to a room already finds them in it, or gone.
    private Set<Socket> of(PersonId person) {
        return seated.getOrDefault(person, Set.of());
    }

    static String room(SessionId session) {
        return "session " + session;
    }

    static String looking(ConversationId conversation) {
        return "looking " + conversation;
    }

    private static String room(PersonId person) {
        return "person " + person;
    }

    static String hearing(ConversationId conversation) {
        return "hearing " + conversation;
    }
}
