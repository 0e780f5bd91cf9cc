// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import io.palabre.socketio.net.VertxSocketIo;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Predicate;

/// A Socket.IO server inside a Vert.x program.
///
/// ```java
/// var io = SocketIo.create(vertx, SocketIoOptions.defaults());
/// io.of("/").onConnect(socket -> socket.on("hello", in -> in.ack("world")));
/// vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
///         .connectionHandler(io.connections())
///         .requestHandler(io.handler(router))
///         .listen(3000);
/// ```
///
/// Every method may be called from any thread.
public interface SocketIo {

    /// A server that lives as long as `vertx`, or until [#close].
    static SocketIo create(Vertx vertx, SocketIoOptions options) {
        return new VertxSocketIo(vertx, options);
    }

    /// What this server was created with.
    SocketIoOptions options();

    /// The handler to give to an HTTP server. It answers requests and WebSocket upgrades under
    /// [SocketIoOptions#path] and passes every other request to `otherwise`, for example a router.
    Handler<HttpServerRequest> handler(Handler<HttpServerRequest> otherwise);

    /// The handler to give to the HTTP server's `connectionHandler`: it cuts connections whose
    /// clients dawdle, as [Timeouts.Lines] says. A connection that becomes a WebSocket of ours is
    /// no longer watched. Have [io.vertx.core.http.HttpServerOptions#setHttp2ClearTextEnabled] off:
    /// otherwise Vert.x does not show a connection before its first bytes.
    Handler<HttpConnection> connections();

    /// The namespace with exactly this name, created if it was not there.
    ///
    /// @param name starts with `/`; the main namespace is `/`
    Namespace of(String name);

    /// Every namespace whose name passes `names` and was not made with [#of(String)]. They share
    /// one set of listeners and come and go with their sockets.
    ///
    /// @param names asked on an event loop with an untrusted name, at most 200 characters
    Namespace of(Predicate<String> names);

    /// Asks `gate` about every handshake, before there is a session. The place to check `Origin`,
    /// which CORS does not do for WebSocket. A refused request is answered with 403.
    SocketIo allowRequest(RequestGate gate);

    /// Hears about exceptions that left the program's own listeners. They are written to the system
    /// log where nobody listens.
    SocketIo onFault(FaultListener listener);

    /// Joins a cluster: broadcasts, unless they are [Broadcast#local], reach the sockets of its
    /// other nodes too.
    SocketIo cluster(ClusterBus bus);

    /// Sessions that are open now, whether or not they have joined a namespace.
    int sessions();

    /// Tells every client that the server is shutting down, closes all sessions once their buffers
    /// are drained, and refuses new ones. Completes when the last session is gone, or after
    /// [Timeouts#closing].
    Future<Void> close();
}
