// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How sessions end, from either side, and what the program hears of it. Lines are those of
/// socketio/docs/protocol.md.
class CloseTest {
    private final TestServer server = TestServer.start();
    private final RawHttp http = server.http();
    private final LinkedBlockingQueue<String> reasons = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();

    {
        server.io.of("/").onConnect(sockets::add).onDisconnect((_, reason) -> reasons.add(reason));
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private String polling() {
        var sid = server.openPolling();
        http.post(TestServer.poll(sid), "40");
        http.get(TestServer.poll(sid));
        return sid;
    }

    @Test
    void line_25_a_client_closes_over_polling() throws Exception {
        var sid = polling();
        var socket = sockets.take();
        http.send("GET", TestServer.poll(sid), "");
        TestServer.until(() -> socket.tryEmitVolatile("now"));
        assertThat(http.reply().body()).isEqualTo("42[\"now\"]");
        try (var post = server.http()) {
            http.send("GET", TestServer.poll(sid), "");
            TestServer.until(() -> socket.tryEmitVolatile("again"));
            assertThat(http.reply().body()).isEqualTo("42[\"again\"]");
            assertThat(post.post(TestServer.poll(sid), "1").body()).isEqualTo("ok");
        }
        assertThat(http.get(TestServer.poll(sid)).body()).contains("\"code\":1");
        assertThat(reasons.take()).isEqualTo("transport close");
    }

    @Test
    void line_25_the_server_closes_over_polling_after_what_was_sent_before() throws Exception {
        var sid = polling();
        var socket = sockets.take();
        socket.emit("last", 1);
        socket.disconnect(true);
        assertThat(reasons.take()).isEqualTo("server namespace disconnect");
        assertThat(http.get(TestServer.poll(sid)).body())
                .isEqualTo("42[\"last\",1]\u001e41\u001e1");
        assertThat(http.get(TestServer.poll(sid)).body()).contains("\"code\":1");
    }

    @Test
    void line_25_a_client_closes_over_websocket_at_once() throws Exception {
        try (var ws = server.joined()) {
            ws.send("1");
            assertThat(ws.closed()).isEqualTo(1000);
            assertThat(reasons.take()).isEqualTo("transport close");
        }
    }

    @Test
    void line_25_the_server_closes_over_websocket_after_what_was_sent_before() throws Exception {
        try (var ws = server.joined()) {
            var socket = sockets.take();
            socket.emit("last", 1);
            socket.disconnect(true);
            assertThat(ws.text()).isEqualTo("42[\"last\",1]");
            assertThat(ws.text()).isEqualTo("41");
            assertThat(ws.closed()).isEqualTo(1000);
        }
    }

    @Test
    void line_26_transport_close() throws Exception {
        server.joined().close();
        assertThat(reasons.take()).isEqualTo("transport close");
    }

    @Test
    void line_26_transport_error() throws Exception {
        try (var ws = server.joined()) {
            ws.send(0xf1, new byte[0]);
            assertThat(reasons.take()).isEqualTo("transport error");
        }
    }

    @Test
    void line_26_parse_error() throws Exception {
        try (var ws = server.joined()) {
            ws.send("9");
            assertThat(reasons.take()).isEqualTo("parse error");
        }
    }

    @Test
    void line_26_forced_close() throws Exception {
        try (var ws = server.joined()) {
            ws.send("42{}");
            assertThat(reasons.take()).isEqualTo("forced close");
        }
    }

    @Test
    void line_26_forced_server_close() throws Exception {
        try (var ws = server.joined()) {
            ws.send("42/elsewhere,[\"x\"]");
            assertThat(reasons.take()).isEqualTo("forced server close");
        }
    }

    @Test
    void lines_26_44_server_shutting_down() throws Exception {
        var sid = polling();
        try (var ws = server.joined()) {
            var closing = server.io.close();
            assertThat(ws.closed()).isEqualTo(1001);
            assertThat(reasons.take()).isEqualTo("server shutting down");
            assertThat(reasons.take()).isEqualTo("server shutting down");
            assertThat(http.get(TestServer.poll(sid)).body()).isEqualTo("1");
            closing.await();
            TestServer.until(() -> server.io.sessions() == 0);
            assertThat(http.get("/socket.io/?EIO=4&transport=polling").status()).isEqualTo(503);
        }
    }

    @Test
    void line_26_client_namespace_disconnect() throws Exception {
        try (var ws = server.joined()) {
            ws.send("41");
            assertThat(reasons.take()).isEqualTo("client namespace disconnect");
        }
    }

    @Test
    void a_reason_of_the_programs_own_travels_in_the_close_frame() throws Exception {
        try (var ws = server.joined()) {
            sockets.take().close("auth_expired");
            var frame = ws.next();
            assertThat(frame.closeCode()).isEqualTo(1008);
            assertThat(frame.text()).endsWith("auth_expired");
            assertThat(reasons.take()).isEqualTo("auth_expired");
        }
    }

    @Test
    void the_vertx_server_stopping_closes_its_websockets() throws Exception {
        try (var ws = server.joined()) {
            server.vertx.close();
            assertThat(ws.closed()).isIn(1001, 1006);
            assertThat(reasons.take()).isIn("server shutting down", "transport close");
        }
    }

    @Test
    void what_is_asked_of_a_socket_after_vertx_has_ended_does_nothing() throws Exception {
        try (var ws = server.joined()) {
            var socket = sockets.take();
            server.vertx.close().await();
            assertThat(ws.closed()).isIn(1001, 1006);
            socket.emit("late", 1);
            socket.join("late");
            server.io.of("/").emit("late", 2);
            socket.close("late");
            assertThat(socket.connected()).isFalse();
        }
    }
}
