// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.peers;

import io.palabre.socketio.Incoming;
import io.palabre.socketio.Namespace;
import io.palabre.socketio.Prepared;
import io.palabre.socketio.Socket;
import io.palabre.socketio.SocketIo;
import io.palabre.socketio.SocketIoOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.transport.Transport;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// The application of `fanout.js` on Palabre's library: a room, an echo, and a chat message that
/// nothing stores.
public final class LibraryServer {

    private final Namespace everyone;
    private final AtomicLong seq = new AtomicLong();

    private LibraryServer(Namespace everyone) {
        this.everyone = everyone;
        everyone.onConnect(this::welcome);
    }

    /// Takes `--port N` and perhaps `--io-uring`.
    public static void main(String[] args) throws IOException {
        Vertx vertx =
                Vertx.builder()
                        .with(new VertxOptions().setEventLoopPoolSize(1))
                        .withTransport(
                                LineProtocol.ioUring(args) ? Transport.IO_URING : Transport.EPOLL)
                        .build();
        SocketIo io = SocketIo.create(vertx, SocketIoOptions.defaults());
        var _ = new LibraryServer(io.of("/"));
        vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .connectionHandler(io.connections())
                .requestHandler(io.handler(request -> request.response().setStatusCode(404).end()))
                .listen(LineProtocol.port(args), "127.0.0.1")
                .await();
        LineProtocol.serve();
    }

    private void welcome(Socket socket) {
        socket.join("room");
        socket.on("say", said -> tell("said", said.arg(0)));
        socket.on("echo", said -> said.ackRaw(said.arg(0)));
        socket.on("send_message", this::post);
    }

    private void post(Incoming sent) {
        JsonObject message = message(sent);
        sent.ackRaw("{\"ok\":true,\"message\":" + message.encode() + "}");
        JsonObject event =
                new JsonObject()
                        .put("conversationId", message.getString("conversationId"))
                        .put("seq", message.getLong("seq"))
                        .put("message", message);
        tell("new_message", event.encode());
    }

    private JsonObject message(Incoming sent) {
        JsonObject asked = new JsonObject(sent.arg(0));
        String conversation = asked.getString("conversationId");
        long number = seq.incrementAndGet();
        return new JsonObject()
                .put("id", conversation + "-" + number)
                .put("conversationId", conversation)
                .put("seq", number)
                .put("ord", number)
                .put("clientId", asked.getString("clientId"))
                .put("senderId", sent.socket().id())
                .put("type", "text")
                .put("content", asked.getString("content"))
                .put("createdAt", Instant.now().toString());
    }

    private void tell(String event, String json) {
        everyone.to("room").emit(Prepared.event(event, json));
    }
}
