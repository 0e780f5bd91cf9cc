// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.examples;

import io.palabre.socketio.Admission;
import io.palabre.socketio.Handshake;
import io.palabre.socketio.SocketIo;
import io.palabre.socketio.SocketIoOptions;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/// Only people with a token get in: `io(url, {auth: {token: "open sesame"}})`.
public final class SignIn {
    private static final Map<String, Person> PEOPLE = Map.of("open sesame", new Person("Ali Baba"));

    /// Who is at the other end of a socket.
    public record Person(String name) {}

    private SignIn() {}

    /// Listens on port 3000.
    public static void main(String[] args) {
        start(Vertx.vertx(), 3000);
    }

    static HttpServer start(Vertx vertx, int port) {
        var io = SocketIo.create(vertx, SocketIoOptions.defaults());
        io.of("/")
                .authenticate(SignIn::admit)
                .on("whoami", in -> in.ack(in.socket().attachment(Person.class)));
        return vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .connectionHandler(io.connections())
                .requestHandler(io.handler(request -> request.response().setStatusCode(404).end()))
                .listen(port)
                .await();
    }

    private static Admission admit(Handshake handshake) {
        var token = new JsonObject(handshake.authJson()).getString("token", "");
        var person = PEOPLE.get(token);
        return person == null
                ? Admission.refuse("unknown token", "{\"code\":\"unauthorized\"}")
                : Admission.accept(person);
    }
}
