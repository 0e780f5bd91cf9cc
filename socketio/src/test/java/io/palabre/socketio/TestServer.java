// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A Socket.IO server on a free port, with a route of its own beside it.
final class TestServer implements AutoCloseable {
    /// For Vert.x: one port for all instances, which nobody has.
    private static final int FREE_AND_SHARED = -1;

    private static final HttpServerOptions HTTP_1 =
            new HttpServerOptions().setHttp2ClearTextEnabled(false);

    final Vertx vertx;
    final SocketIo io;
    final int port;

    private TestServer(SocketIoOptions options, int loops, Handler<HttpServerRequest> otherwise) {
        vertx =
                NetworkIo.BEST.create(
                        Vertx.builder().with(new VertxOptions().setEventLoopPoolSize(loops)));
        io = SocketIo.create(vertx, options);
        port = listen(io.handler(otherwise), loops);
    }

    static TestServer start() {
        return start(SocketIoOptions.defaults());
    }

    static TestServer start(SocketIoOptions options) {
        return beside(options, TestServer::elsewhere);
    }

    /// With connections spread over several event loops.
    static TestServer spread(SocketIoOptions options, int loops) {
        return new TestServer(options, loops, TestServer::elsewhere);
    }

    /// With this for the requests that are not for us.
    static TestServer beside(SocketIoOptions options, Handler<HttpServerRequest> otherwise) {
        return new TestServer(options, 1, otherwise);
    }

    private static void elsewhere(HttpServerRequest request) {
        request.response().end("elsewhere " + request.path());
    }

    private int listen(Handler<HttpServerRequest> handler, int instances) {
        var bound = new AtomicInteger();
        vertx.deployVerticle(
                        () ->
                                new AbstractVerticle() {
                                    @Override
                                    public void start(Promise<Void> started) {
                                        vertx.createHttpServer(HTTP_1)
                                                .connectionHandler(io.connections())
                                                .requestHandler(handler)
                                                .listen(FREE_AND_SHARED)
                                                .onSuccess(s -> bound.set(s.actualPort()))
                                                .<Void>mapEmpty()
                                                .onComplete(started);
                                    }
                                },
                        new DeploymentOptions().setInstances(instances))
                .await();
        return bound.get();
    }

    /// A connection for plain HTTP.
    RawHttp http() {
        return new RawHttp(port);
    }

    /// Opens a polling session and returns its secret id.
    String openPolling() {
        try (var http = http()) {
            var reply = http.get("/socket.io/?EIO=4&transport=polling");
            return sid(reply.body());
        }
    }

    /// The secret id in an open packet.
    static String sid(String open) {
        var start = open.indexOf("\"sid\":\"") + 7;
        return open.substring(start, open.indexOf('"', start));
    }

    /// Path and query of a polling request for a session.
    static String poll(String sid) {
        return "/socket.io/?EIO=4&transport=polling&sid="
                + URLEncoder.encode(sid, StandardCharsets.UTF_8);
    }

    /// A WebSocket that has read the open packet of its own session.
    RawWebSocket webSocket() {
        var socket = new RawWebSocket(port, "/socket.io/?EIO=4&transport=websocket");
        socket.text();
        return socket;
    }

    /// A WebSocket that has joined the main namespace, and may have been pinged meanwhile.
    RawWebSocket joined() {
        var socket = webSocket();
        socket.send("40");
        var reply = socket.text();
        while (reply.equals("2")) {
            reply = socket.text();
        }
        if (!reply.startsWith("40{")) {
            throw new AssertionError(reply);
        }
        return socket;
    }

    /// Waits until something holds.
    static void until(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come to hold in time");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
