// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.Args;
import io.palabre.socketio.Broadcast;
import io.palabre.socketio.Prepared;
import io.palabre.socketio.Replies;
import io.palabre.socketio.packet.JsonWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// A broadcast to an audience in one or several namespaces.
///
/// @param namespaces where the audience is
/// @param droppable whether sockets that cannot take the event right now miss it
/// @param thisNodeOnly whether other nodes are left out
record LiveBroadcast(
        Supplier<? extends Collection<LiveNamespace>> namespaces,
        Audience audience,
        boolean droppable,
        boolean thisNodeOnly)
        implements Broadcast {

    static LiveBroadcast to(Supplier<? extends Collection<LiveNamespace>> namespaces) {
        return new LiveBroadcast(namespaces, Audience.EVERYONE, false, false);
    }

    @Override
    public Broadcast to(String room) {
        return new LiveBroadcast(namespaces, audience.to(room), droppable, thisNodeOnly);
    }

    @Override
    public Broadcast except(String room) {
        return new LiveBroadcast(namespaces, audience.except(room), droppable, thisNodeOnly);
    }

    @Override
    public Broadcast local() {
        return new LiveBroadcast(namespaces, audience, droppable, true);
    }

    @Override
    public Broadcast volatile_() {
        return new LiveBroadcast(namespaces, audience, true, thisNodeOnly);
    }

    @Override
    public void emit(String event, Object... args) {
        var json = Arguments.event(event, args);
        emit(json.json(), json.attachments());
    }

    @Override
    public void emit(Prepared event) {
        emit(event.json(), List.of());
    }

    private void emit(CharSequence json, List<byte[]> attachments) {
        for (var namespace : namespaces.get()) {
            namespace.publish(audience, json, attachments, droppable);
            if (!thisNodeOnly) {
                namespace.relay(audience, json, attachments, droppable);
            }
        }
    }

    @Override
    public CompletableFuture<Replies> emitWithAck(String event, Duration timeout, Object... args) {
        var payload = Arguments.event(event, args);
        var asked = namespaces.get();
        var here = asked.stream().flatMap(n -> ask(n, payload, timeout).stream()).toList();
        var answers = new ArrayList<>(List.of(Gathering.of(here)));
        if (!thisNodeOnly) {
            asked.forEach(n -> answers.addAll(askOthers(n, payload, timeout)));
        }
        return answers.size() == 1 ? answers.getFirst() : Gathering.together(answers);
    }

    private List<CompletableFuture<List<CompletableFuture<Args>>>> ask(
            LiveNamespace namespace, JsonWriter payload, Duration timeout) {
        return namespace.ask(audience, payload.json(), payload.attachments(), timeout);
    }

    private List<CompletableFuture<Replies>> askOthers(
            LiveNamespace namespace, JsonWriter payload, Duration timeout) {
        return namespace.askOthers(audience, payload.json(), payload.attachments(), timeout);
    }

    @Override
    public void socketsJoin(String room) {
        namespaces.get().forEach(n -> n.joinAll(audience, room));
    }

    @Override
    public void socketsLeave(String room) {
        namespaces.get().forEach(n -> n.leaveAll(audience, room));
    }

    @Override
    public void disconnectSockets(boolean closeEngine) {
        namespaces.get().forEach(n -> n.each(audience, socket -> socket.disconnect(closeEngine)));
    }
}
