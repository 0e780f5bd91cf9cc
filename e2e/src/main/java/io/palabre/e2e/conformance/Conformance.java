// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.conformance;

import io.palabre.socketio.Cors;
import io.palabre.socketio.EngineIo;
import io.palabre.socketio.Namespace;
import io.palabre.socketio.NetworkIo;
import io.palabre.socketio.RawJson;
import io.palabre.socketio.SocketIo;
import io.palabre.socketio.SocketIoOptions;
import io.palabre.socketio.Timeouts;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;

/// The server that the official suites test: Engine.IO under `/engine.io/` echoes every message,
/// Socket.IO under `/socket.io/` has the namespaces `/` and `/custom`.
public final class Conformance {
    private Conformance() {}

    /// Runs until it is stopped.
    ///
    /// @param args `--port N`, 3000 if absent
    public static void main(String[] args) {
        var port = args.length == 2 && args[0].equals("--port") ? Integer.parseInt(args[1]) : 3000;
        var server = start(NetworkIo.BEST.create(Vertx.builder()), port);
        System.out.println("conformance server on http://localhost:" + server.actualPort());
    }

    /// A listening server that waits for pongs as long as the suites say.
    ///
    /// @param port 0 for any
    public static HttpServer start(Vertx vertx, int port) {
        return start(vertx, port, Duration.ofMillis(200));
    }

    /// A listening server for clients that may be slow to start.
    ///
    /// @param port 0 for any
    public static HttpServer start(Vertx vertx, int port, Duration pingTimeout) {
        var engine = EngineIo.create(vertx, options("/engine.io/", pingTimeout));
        engine.onConnect(socket -> socket.onText(socket::send).onBinary(socket::send));
        var io = SocketIo.create(vertx, options("/socket.io/", pingTimeout));
        offer(io.of("/"));
        offer(io.of("/custom"));
        var handler =
                io.handler(engine.handler(request -> request.response().setStatusCode(404).end()));
        return vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .connectionHandler(io.connections())
                .requestHandler(handler)
                .listen(port)
                .await();
    }

    private static void offer(Namespace namespace) {
        namespace.onConnect(
                socket -> socket.emit("auth", new RawJson(socket.handshake().authJson())));
        namespace.on("message", in -> in.socket().emit("message-back", in));
        namespace.on("message-with-ack", in -> in.ack(in));
    }

    private static SocketIoOptions options(String path, Duration pingTimeout) {
        return SocketIoOptions.defaults()
                .withPath(path)
                .withPingInterval(Duration.ofMillis(300))
                .withPingTimeout(pingTimeout)
                .withTimeouts(Timeouts.defaults().withConnect(Duration.ofSeconds(1)))
                .withCors(Cors.any());
    }
}
