// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One client in one namespace.
///
/// Listeners of one socket run one after the other on a virtual thread and may block; an idle
/// socket owns no thread. Emitting never blocks. Packets emitted by one thread arrive in that
/// order. Emitting to a socket that is gone does nothing.
public interface Socket {

    /// Public identifier of the socket, unrelated to the secret session id. Knowing it gives no
    /// power.
    String id();

    /// The namespace this socket is in.
    Namespace namespace();

    /// What the client said when it connected.
    Handshake handshake();

    /// What [Admission#accept(Object)] attached.
    ///
    /// @throws ClassCastException if that was something else
    /// @throws IllegalStateException if nothing was attached
    <T> T attachment(Class<T> type);

    /// Replaces the attachment, for example after a renewed sign-in.
    Socket attach(Object attachment);

    /// Whether events can still be exchanged.
    boolean connected();

    /// Whether this socket took over the state of an earlier one (connection state recovery).
    boolean recovered();

    /// What carries the packets now.
    Transport transport();

    /// Adds a listener for one event.
    Socket on(String event, Listener listener);

    /// Adds a listener for every event; it runs before those for the event itself.
    Socket onAny(Listener listener);

    /// Adds a listener for the end, called once with one of [DisconnectReason] or the reason given
    /// to [#close]. It runs after the listeners of all events received before.
    Socket onDisconnect(Consumer<String> listener);

    /// Sends an event.
    ///
    /// @param args encoded as JSON: null, strings, numbers, booleans, enums, maps, iterables,
    ///   arrays, records, [RawJson], Vert.x JSON; `byte[]` and Vert.x buffers travel as binary
    ///   attachments
    /// @throws IllegalArgumentException for a reserved event name or an argument of another type
    void emit(String event, Object... args);

    /// Sends an event that was encoded before.
    void emit(Prepared event);

    /// Sends an event only if it can leave right now.
    ///
    /// @return false if it was dropped, because the client is slow or between two polls
    boolean tryEmitVolatile(String event, Object... args);

    /// Like [#tryEmitVolatile(String, Object...)] with an event that was encoded before.
    boolean tryEmitVolatile(Prepared event);

    /// Like [#tryEmitVolatile(Prepared)] with several events: all of them leave, in this order and
    /// in one write, or none does.
    boolean tryEmitVolatile(List<Prepared> events);

    /// Sends an event and waits for its acknowledgement.
    ///
    /// The future fails with [java.util.concurrent.TimeoutException], or with [Disconnected] if the
    /// socket ends first.
    CompletableFuture<Args> emitWithAck(String event, Duration timeout, Object... args);

    /// Enters a room.
    void join(String room);

    /// Leaves a room.
    void leave(String room);

    /// The rooms this socket is in. Its own id is not among them, though broadcasts to it arrive.
    Set<String> rooms();

    /// All other sockets of the namespace.
    Broadcast broadcast();

    /// The other sockets in a room.
    Broadcast to(String room);

    /// Ends this socket with "server namespace disconnect".
    ///
    /// @param closeEngine whether the connection below, with its other namespaces, ends too
    void disconnect(boolean closeEngine);

    /// Closes the connection below, all namespaces included, for a reason of the program's own,
    /// such as `slow_consumer`. Over WebSocket the reason travels in the close frame.
    ///
    /// @param reason at most 123 bytes of UTF-8
    void close(String reason);
}
