// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.examples;

import io.palabre.socketio.Incoming;
import io.palabre.socketio.SocketIo;
import io.palabre.socketio.SocketIoOptions;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;

/// Rooms that people enter, talk in and leave: `enter(room)`, `say(room, text)`, `leave(room)`.
public final class ChatRooms {
    private ChatRooms() {}

    /// Listens on port 3000.
    public static void main(String[] args) {
        start(Vertx.vertx(), 3000);
    }

    static HttpServer start(Vertx vertx, int port) {
        var io = SocketIo.create(vertx, SocketIoOptions.defaults());
        io.of("/")
                .on("enter", ChatRooms::enter)
                .on("say", ChatRooms::say)
                .on("leave", ChatRooms::leave);
        return vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .connectionHandler(io.connections())
                .requestHandler(io.handler(request -> request.response().setStatusCode(404).end()))
                .listen(port)
                .await();
    }

    private static void enter(Incoming in) {
        var room = text(in, 0);
        in.socket().join(room);
        in.socket().to(room).emit("entered", room, in.socket().id());
        in.ack();
    }

    private static void say(Incoming in) {
        var room = text(in, 0);
        if (in.socket().rooms().contains(room)) {
            in.socket().namespace().to(room).emit("said", room, in.socket().id(), text(in, 1));
        }
    }

    private static void leave(Incoming in) {
        var room = text(in, 0);
        in.socket().leave(room);
        in.socket().to(room).emit("left", room, in.socket().id());
    }

    private static String text(Incoming in, int index) {
        return new JsonArray('[' + in.arg(index) + ']').getString(0);
    }
}
