// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import io.palabre.socketio.net.VertxEngineIo;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/// An Engine.IO server without Socket.IO on top: messages without events, namespaces or rooms.
public interface EngineIo {

    /// A server that lives as long as `vertx`, or until [#close].
    static EngineIo create(Vertx vertx, SocketIoOptions options) {
        return new VertxEngineIo(vertx, options);
    }

    /// The handler to give to an HTTP server; see [SocketIo#handler].
    Handler<HttpServerRequest> handler(Handler<HttpServerRequest> otherwise);

    /// The handler to give to the HTTP server's `connectionHandler`; see [SocketIo#connections].
    Handler<HttpConnection> connections();

    /// Adds a listener for new sessions. It runs on a virtual thread before any message is handled.
    EngineIo onConnect(Consumer<EngineSocket> listener);

    /// Sessions that are open now.
    int sessions();

    /// Closes all sessions and refuses new ones; see [SocketIo#close].
    Future<Void> close();
}
