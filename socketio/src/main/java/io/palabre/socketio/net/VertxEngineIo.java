// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.palabre.socketio.EngineIo;
import io.palabre.socketio.EngineSocket;
import io.palabre.socketio.SocketIoOptions;
import io.palabre.socketio.hub.LiveEngineSocket;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The server without Socket.IO on Vert.x.
public final class VertxEngineIo implements EngineIo {
    private final Vertx vertx;
    private final ServerState state;
    private final List<Consumer<EngineSocket>> listeners = new CopyOnWriteArrayList<>();

    /// See [EngineIo#create].
    public VertxEngineIo(Vertx vertx, SocketIoOptions options) {
        this.vertx = vertx;
        this.state =
                new ServerState(
                        options,
                        (hub, link, _) -> new LiveEngineSocket(link, hub, this::connected));
    }

    private void connected(EngineSocket socket) {
        listeners.forEach(listener -> listener.accept(socket));
    }

    @Override
    public Handler<HttpServerRequest> handler(Handler<HttpServerRequest> otherwise) {
        return new Entry(vertx, state, otherwise);
    }

    @Override
    public Handler<HttpConnection> connections() {
        return connection -> ConnectionWatch.over(connection, state.options().timeouts());
    }

    @Override
    public EngineIo onConnect(Consumer<EngineSocket> listener) {
        listeners.add(listener);
        return this;
    }

    @Override
    public int sessions() {
        return state.sessions().count();
    }

    @Override
    public Future<Void> close() {
        return state.close();
    }
}
