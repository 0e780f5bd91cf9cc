// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// What pages of other origins may read. Lines are those of socketio/docs/protocol.md.
class CorsTest {
    private static final String PATH = "/socket.io/?EIO=4&transport=polling";
    private static final String OURS = "https://app.example";

    @Test
    void line_11_off_by_default() {
        try (var server = TestServer.start();
                var http = server.http()) {
            var reply = http.get(PATH, "Origin: " + OURS);
            assertThat(reply.headers()).doesNotContainKey("access-control-allow-origin");
        }
    }

    @Test
    void line_11_listed_origins_exactly_with_credentials() {
        var cors = new Cors(Set.of(OURS), true);
        try (var server = TestServer.start(SocketIoOptions.defaults().withCors(cors));
                var http = server.http()) {
            var ours = http.get(PATH, "Origin: " + OURS);
            assertThat(ours.header("access-control-allow-origin")).isEqualTo(OURS);
            assertThat(ours.header("access-control-allow-credentials")).isEqualTo("true");
            assertThat(ours.header("vary")).isEqualTo("Origin");
            var theirs = http.get(PATH, "Origin: " + OURS + ".evil");
            assertThat(theirs.headers()).doesNotContainKey("access-control-allow-origin");
            assertThat(theirs.header("vary")).isEqualTo("Origin");
        }
    }

    @Test
    void line_11_any_origin_never_with_credentials() {
        try (var server =
                        TestServer.start(
                                SocketIoOptions.defaults().withCors(new Cors(Set.of("*"), true)));
                var http = server.http()) {
            var reply = http.get(PATH, "Origin: " + OURS);
            assertThat(reply.header("access-control-allow-origin")).isEqualTo("*");
            assertThat(reply.headers()).doesNotContainKey("access-control-allow-credentials");
        }
    }

    @Test
    void line_11_preflight_comes_before_session_checks_and_errors_carry_headers() {
        var cors = new Cors(Set.of(OURS), false);
        try (var server = TestServer.start(SocketIoOptions.defaults().withCors(cors));
                var http = server.http()) {
            var preflight =
                    http.request(
                            "OPTIONS",
                            PATH + "&sid=nobody",
                            "",
                            "Origin: " + OURS,
                            "Access-Control-Request-Headers: x-a");
            assertThat(preflight.status()).isEqualTo(204);
            assertThat(preflight.header("access-control-allow-methods")).isEqualTo("GET,POST");
            assertThat(preflight.header("access-control-allow-headers")).isEqualTo("x-a");
            var error = http.get(PATH + "&sid=nobody", "Origin: " + OURS);
            assertThat(error.status()).isEqualTo(400);
            assertThat(error.header("access-control-allow-origin")).isEqualTo(OURS);
            try (var ws =
                    new RawWebSocket(
                            server.port,
                            "/socket.io/?EIO=4&transport=websocket",
                            "Origin: " + OURS)) {
                assertThat(ws.answer).startsWith("HTTP/1.1 101");
                assertThat(ws.answer).contains("Access-Control-Allow-Origin: " + OURS);
            }
        }
    }
}
