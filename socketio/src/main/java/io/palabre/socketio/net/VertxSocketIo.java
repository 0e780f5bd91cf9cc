// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.palabre.socketio.ClusterBus;
import io.palabre.socketio.FaultListener;
import io.palabre.socketio.Namespace;
import io.palabre.socketio.RequestGate;
import io.palabre.socketio.SocketIo;
import io.palabre.socketio.SocketIoOptions;
import io.palabre.socketio.hub.Hub;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Predicate;

/// The server on Vert.x.
public final class VertxSocketIo implements SocketIo {
    private final Vertx vertx;
    private final ServerState state;

    /// See [SocketIo#create].
    public VertxSocketIo(Vertx vertx, SocketIoOptions options) {
        this.vertx = vertx;
        this.state = new ServerState(options, Hub::client);
    }

    @Override
    public SocketIoOptions options() {
        return state.options();
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
    public Namespace of(String name) {
        return state.hub().of(name);
    }

    @Override
    public Namespace of(Predicate<String> names) {
        return state.hub().of(names);
    }

    @Override
    public SocketIo allowRequest(RequestGate gate) {
        state.gate(gate);
        return this;
    }

    @Override
    public SocketIo onFault(FaultListener listener) {
        state.hub().faults().listener(listener);
        return this;
    }

    @Override
    public SocketIo cluster(ClusterBus bus) {
        state.hub().join(bus);
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
