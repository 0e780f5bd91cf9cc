// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.socketio.RawHttp;
import io.palabre.socketio.RawWebSocket;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    private static RawWebSocket connect(int port, String packet) {
        var ws = new RawWebSocket(port, "/socket.io/?EIO=4&transport=websocket");
        ws.text();
        ws.send(packet);
        return ws;
    }

    @Test
    void echo() {
        var port = Echo.start(vertx, 0).actualPort();
        try (var ws = connect(port, "40");
                var http = new RawHttp(port)) {
            ws.text();
            ws.send("42[\"say\",1,\"b\"]");
            assertThat(ws.text()).isEqualTo("42[\"said\",1,\"b\"]");
            ws.send("427[\"ask\",2]");
            assertThat(ws.text()).isEqualTo("437[2]");
            assertThat(http.get("/").body()).isEqualTo("hello over HTTP");
        }
    }

    @Test
    void chat_rooms() {
        var port = ChatRooms.start(vertx, 0).actualPort();
        try (var ann = connect(port, "40");
                var bob = connect(port, "40")) {
            ann.text();
            bob.text();
            ann.send("421[\"enter\",\"tea\"]");
            assertThat(ann.text()).isEqualTo("431[]");
            bob.send("42[\"say\",\"tea\",\"not in yet\"]");
            bob.send("421[\"enter\",\"tea\"]");
            assertThat(bob.text()).isEqualTo("431[]");
            assertThat(ann.text()).startsWith("42[\"entered\",\"tea\"");
            bob.send("42[\"say\",\"tea\",\"hi\"]");
            assertThat(ann.text()).startsWith("42[\"said\",\"tea\"").endsWith(",\"hi\"]");
            assertThat(bob.text()).endsWith(",\"hi\"]");
            bob.send("42[\"leave\",\"tea\"]");
            assertThat(ann.text()).startsWith("42[\"left\",\"tea\"");
        }
    }

    @Test
    void sign_in() {
        var port = SignIn.start(vertx, 0).actualPort();
        try (var stranger = connect(port, "40{\"token\":\"guess\"}");
                var ali = connect(port, "40{\"token\":\"open sesame\"}")) {
            assertThat(stranger.text())
                    .isEqualTo(
                            "44{\"message\":\"unknown token\",\"data\":{\"code\":\"unauthorized\"}}");
            ali.text();
            ali.send("421[\"whoami\"]");
            assertThat(ali.text()).isEqualTo("431[{\"name\":\"Ali Baba\"}]");
        }
    }
}
