// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.examples;

import io.palabre.socketio.SocketIo;
import io.palabre.socketio.SocketIoOptions;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

/// Says back what it hears, beside a route of its own.
public final class Echo {
    private Echo() {}

    /// Listens on port 3000.
    public static void main(String[] args) {
        start(Vertx.vertx(), 3000);
    }

    static HttpServer start(Vertx vertx, int port) {
        var io = SocketIo.create(vertx, SocketIoOptions.defaults());
        io.of("/").on("say", in -> in.socket().emit("said", in)).on("ask", in -> in.ack(in));
        return vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .connectionHandler(io.connections())
                .requestHandler(io.handler(request -> request.response().end("hello over HTTP")))
                .listen(port)
                .await();
    }
}
