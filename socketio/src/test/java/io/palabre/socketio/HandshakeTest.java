// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How a session begins, and what begins none. Lines are those of socketio/docs/protocol.md.
class HandshakeTest {
    private final TestServer server = TestServer.start();
    private final RawHttp http = server.http();

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    @Test
    void line_01_path_with_and_without_trailing_slash_and_query_kept() throws Exception {
        assertThat(http.get("/socket.io/?EIO=4&transport=polling").status()).isEqualTo(200);
        assertThat(http.get("/socket.io?EIO=4&transport=polling&t=x1").status()).isEqualTo(200);
        var queries = new java.util.concurrent.LinkedBlockingQueue<String>();
        server.io.of("/").onConnect(s -> queries.add(s.handshake().query().toString()));
        try (var ws =
                new RawWebSocket(
                        server.port, "/socket.io/?EIO=4&transport=websocket&room=a%20b&x=1")) {
            ws.text();
            ws.send("40");
            assertThat(queries.take()).contains("room=a b").contains("x=1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/socket.io/?EIO=4|0|Transport unknown",
                "GET|/socket.io/?EIO=4&transport=abc|0|Transport unknown",
                "GET|/socket.io/?EIO=4&transport=%E0%zz|0|Transport unknown",
                "GET|/socket.io/?EIO=4&transport=polling&sid=abc|1|Session ID unknown",
                "GET|/socket.io/?EIO=4&transport=polling&sid=%00%01|1|Session ID unknown",
                "GET|/socket.io/?EIO=4&transport=websocket|3|Bad request",
                "POST|/socket.io/?EIO=4&transport=polling|2|Bad handshake method",
                "GET|/socket.io/?EIO=3&transport=polling|5|Unsupported protocol version",
                "GET|/socket.io/?EIO=99&transport=polling|5|Unsupported protocol version",
                "GET|/socket.io/?EIO=abc&transport=polling|5|Unsupported protocol version",
                "GET|/socket.io/?transport=polling|5|Unsupported protocol version",
            })
    void line_02_errors_have_their_code_and_message(
            String method, String path, int code, String message) {
        var reply = http.request(method, path, "");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("content-type")).isEqualTo("application/json");
        assertThat(reply.body())
                .isEqualTo("{\"code\":%d,\"message\":\"%s\"}".formatted(code, message));
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void line_02_bad_origin_characters_are_a_bad_request() {
        var reply = http.get("/socket.io/?EIO=4&transport=polling", "Origin: http://a\u0081b");
        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void line_02_a_session_on_websocket_is_not_polled() {
        try (var ws = new RawWebSocket(server.port, "/socket.io/?EIO=4&transport=websocket")) {
            var reply = http.get(TestServer.poll(TestServer.sid(ws.text())));
            assertThat(reply.body()).isEqualTo("{\"code\":3,\"message\":\"Bad request\"}");
            ws.send("40");
            assertThat(ws.text()).startsWith("40{");
        }
    }

    @Test
    void line_02_websocket_without_upgrade_on_a_session_consumes_nothing() {
        var sid = server.openPolling();
        http.post(TestServer.poll(sid), "40");
        var reply = http.get("/socket.io/?EIO=4&transport=websocket&sid=" + sid);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(http.get(TestServer.poll(sid)).body()).startsWith("40{");
    }

    @Test
    void line_02_the_application_refuses_with_403() {
        server.io.allowRequest(
                request ->
                        "https://app.example".equals(request.getHeader("Origin"))
                                ? RequestGate.allow()
                                : RequestGate.forbid("not from here"));
        var path = "/socket.io/?EIO=4&transport=polling";
        var refused = http.get(path, "Origin: https://evil.example");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo("{\"code\":4,\"message\":\"not from here\"}");
        assertThat(http.get(path, "Origin: https://app.example").status()).isEqualTo(200);
        try (var ws =
                new RawWebSocket(
                        server.port,
                        "/socket.io/?EIO=4&transport=websocket",
                        "Origin: https://evil.example")) {
            assertThat(ws.answer).startsWith("HTTP/1.1 403");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/socket.io/?EIO=3&transport=websocket",
                "/socket.io/?EIO=4&transport=websocket&sid=nobody",
                "/socket.io/?EIO=4&transport=nothing",
                "/socket.io/?EIO=4&transport=polling"
            })
    void line_02_errors_of_an_upgrade_come_before_the_101(String path) {
        try (var ws = new RawWebSocket(server.port, path)) {
            assertThat(ws.answer)
                    .startsWith("HTTP/1.1 400")
                    .containsIgnoringCase("connection: close");
        }
    }

    @Test
    void line_03_handshake_body() {
        var body = http.get("/socket.io/?EIO=4&transport=polling").body();
        var sid = TestServer.sid(body);
        assertThat(body)
                .isEqualTo(
                        "0{\"sid\":\"%s\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}"
                                .formatted(sid));
        try (var ws = new RawWebSocket(server.port, "/socket.io/?EIO=4&transport=websocket")) {
            assertThat(ws.text()).contains("\"upgrades\":[]");
        }
    }

    @Test
    void line_04_session_ids_are_long_unique_and_not_shown_to_others() {
        var seen = new HashSet<String>();
        for (var i = 0; i < 200; i++) {
            var sid = TestServer.sid(http.get("/socket.io/?EIO=4&transport=polling").body());
            assertThat(sid).matches("[A-Za-z0-9_-]{20,}");
            assertThat(seen.add(sid)).isTrue();
        }
        var sid = seen.iterator().next();
        http.post(TestServer.poll(sid), "40");
        var connected = http.get(TestServer.poll(sid)).body();
        assertThat(TestServer.sid(connected)).isNotEqualTo(sid);
        assertThat(http.get(TestServer.poll(TestServer.sid(connected))).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"})
    void line_10_other_methods_never_make_a_session(String method) {
        var reply = http.request(method, "/socket.io/?EIO=4&transport=polling", "");
        assertThat(reply.status()).isEqualTo(400);
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void line_10_put_with_a_session_is_a_bad_request() {
        var sid = server.openPolling();
        assertThat(http.request("PUT", TestServer.poll(sid), "").status()).isEqualTo(400);
        assertThat(http.post(TestServer.poll(sid), "40").body()).isEqualTo("ok");
    }

    @Test
    void line_12_a_cookie_only_if_asked_for() {
        assertThat(http.get("/socket.io/?EIO=4&transport=polling").header("set-cookie")).isEmpty();
        var options = SocketIoOptions.defaults();
        try (var sticky = TestServer.start(options.withWeb(options.web().withStickyCookie(true)));
                var other = sticky.http()) {
            var reply = other.get("/socket.io/?EIO=4&transport=polling");
            assertThat(reply.header("set-cookie"))
                    .isEqualTo(
                            "io="
                                    + TestServer.sid(reply.body())
                                    + "; Path=/; HttpOnly; SameSite=Lax");
        }
    }

    @Test
    void line_13_other_routes_are_untouched() {
        assertThat(http.get("/api/x").body()).isEqualTo("elsewhere /api/x");
        assertThat(http.get("/socket.iox").body()).isEqualTo("elsewhere /socket.iox");
        assertThat(http.get("/socket.io/socket.io.js").body())
                .isEqualTo("elsewhere /socket.io/socket.io.js");
    }

    @Test
    void line_14_jsonp_and_b64_change_nothing_for_polling() {
        var reply = http.get("/socket.io/?EIO=4&transport=polling&j=0&b64=1");
        assertThat(reply.body()).startsWith("0{");
        assertThat(reply.header("content-type")).isEqualTo("text/plain; charset=UTF-8");
    }

    @Test
    void line_15_pipelined_requests_are_answered_in_order() {
        http.send("GET", "/a", "");
        http.send("GET", "/socket.io/?EIO=4&transport=polling", "");
        http.send("GET", "/b", "");
        assertThat(http.reply().body()).isEqualTo("elsewhere /a");
        assertThat(http.reply().body()).startsWith("0{");
        assertThat(http.reply().body()).isEqualTo("elsewhere /b");
    }

    @Test
    void line_15_expect_100_continue() {
        var sid = server.openPolling();
        http.write(
                ("POST "
                                + TestServer.poll(sid)
                                + " HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(http.reply().status()).isEqualTo(100);
        http.write(new byte[] {'4', '0'});
        assertThat(http.reply().body()).isEqualTo("ok");
    }

    @Test
    void line_15_a_body_that_never_comes_is_given_up() {
        var timeouts = Timeouts.defaults().withRequest(java.time.Duration.ofMillis(100));
        try (var hasty = TestServer.start(SocketIoOptions.defaults().withTimeouts(timeouts));
                var slow = hasty.http()) {
            var sid = hasty.openPolling();
            slow.write(
                    ("POST "
                                    + TestServer.poll(sid)
                                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20\r\n\r\n40")
                            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            assertThat(slow.reply().status()).isEqualTo(408);
            TestServer.until(() -> hasty.io.sessions() == 0);
        }
    }

    @Test
    void line_15_sessions_of_one_address_are_bounded() {
        var options = SocketIoOptions.defaults();
        try (var small =
                        TestServer.start(
                                options.withLimits(options.limits().withSessionsPerAddress(2)));
                var other = small.http()) {
            var first = small.openPolling();
            small.openPolling();
            var refused =
                    other.get("/socket.io/?EIO=4&transport=polling", "X-Forwarded-For: 9.9.9.9");
            assertThat(refused.status()).isEqualTo(429);
            other.post(TestServer.poll(first), "1");
            TestServer.until(() -> small.io.sessions() == 1);
            assertThat(other.get("/socket.io/?EIO=4&transport=polling").status()).isEqualTo(200);
        }
    }

    @Test
    void line_15_only_a_trusted_proxy_is_believed() throws Exception {
        var options = SocketIoOptions.defaults();
        var trusted = options.web().withTrustedProxies(java.util.Set.of("127.0.0.1", "10.0.0.1"));
        try (var behind = TestServer.start(options.withWeb(trusted))) {
            var addresses = new java.util.concurrent.LinkedBlockingQueue<String>();
            behind.io.of("/").onConnect(s -> addresses.add(s.handshake().remoteAddress()));
            try (var ws =
                    new RawWebSocket(
                            behind.port,
                            "/socket.io/?EIO=4&transport=websocket",
                            "X-Forwarded-For: 6.6.6.6, 8.8.8.8, 10.0.0.1")) {
                ws.text();
                ws.send("40");
                assertThat(addresses.take()).isEqualTo("8.8.8.8");
            }
        }
    }
}
