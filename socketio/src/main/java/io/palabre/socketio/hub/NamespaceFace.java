// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.Authenticator;
import io.palabre.socketio.Broadcast;
import io.palabre.socketio.Listener;
import io.palabre.socketio.Namespace;
import io.palabre.socketio.Prepared;
import io.palabre.socketio.Replies;
import io.palabre.socketio.Socket;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What a program sees of one namespace, or of several that share their rules.
final class NamespaceFace implements Namespace {
    private final String name;
    private final Rules rules;
    private final Supplier<? extends Collection<LiveNamespace>> namespaces;
    private final Broadcast everyone;

    NamespaceFace(
            String name, Rules rules, Supplier<? extends Collection<LiveNamespace>> namespaces) {
        this.name = name;
        this.rules = rules;
        this.namespaces = namespaces;
        this.everyone = LiveBroadcast.to(namespaces);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Namespace authenticate(Authenticator authenticator) {
        rules.authenticator = authenticator;
        return this;
    }

    @Override
    public Namespace onConnect(Consumer<Socket> listener) {
        rules.connectListeners.add(listener);
        return this;
    }

    @Override
    public Namespace on(String event, Listener listener) {
        rules.eventListeners.add(event, listener);
        return this;
    }

    @Override
    public Namespace onDisconnect(BiConsumer<Socket, String> listener) {
        rules.disconnectListeners.add(listener);
        return this;
    }

    @Override
    public Collection<Socket> sockets() {
        return namespaces.get().stream()
                .flatMap(namespace -> namespace.sockets().stream())
                .<Socket>map(socket -> socket)
                .toList();
    }

    @Override
    public Broadcast to(String room) {
        return everyone.to(room);
    }

    @Override
    public Broadcast except(String room) {
        return everyone.except(room);
    }

    @Override
    public Broadcast local() {
        return everyone.local();
    }

    @Override
    public Broadcast volatile_() {
        return everyone.volatile_();
    }

    @Override
    public void emit(String event, Object... args) {
        everyone.emit(event, args);
    }

    @Override
    public void emit(Prepared event) {
        everyone.emit(event);
    }

    @Override
    public CompletableFuture<Replies> emitWithAck(String event, Duration timeout, Object... args) {
        return everyone.emitWithAck(event, timeout, args);
    }

    @Override
    public void socketsJoin(String room) {
        everyone.socketsJoin(room);
    }

    @Override
    public void socketsLeave(String room) {
        everyone.socketsLeave(room);
    }

    @Override
    public void disconnectSockets(boolean closeEngine) {
        everyone.disconnectSockets(closeEngine);
    }

    /// Where a face has one namespace only.
    static Supplier<Collection<LiveNamespace>> only(LiveNamespace namespace) {
        var list = List.of(namespace);
        return () -> list;
    }
}
