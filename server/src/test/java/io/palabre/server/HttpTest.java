// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.Contract;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of every request and every answer, whatever they are about. Rows are those of
/// docs/security.md.
@TestInstance(Lifecycle.PER_CLASS)
class HttpTest {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String GET = "GET /api/health HTTP/1.1\r\nHost: x\r\n";
    private static final String POST =
            "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    private static final String POLLING = "/socket.io/?EIO=4&transport=polling";
    private static final String EMPTY_CHUNKS = "\r\n\r\n0\r\n\r\n";

    private final RunningServer server = RunningServer.with("awa");

    @AfterAll
    void stop() {
        server.close();
    }

    /// All that is answered until the server hangs up.
    private String answered(String bytes) throws IOException {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), server.palabre().port())) {
            line.setSoTimeout(PATIENCE_MILLIS);
            line.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            return new String(line.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                POST + "Content-Length: 5\r\nTransfer-Encoding: chunked" + EMPTY_CHUNKS,
                POST + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                POST + "Content-Length: 2, 3\r\n\r\n{}",
                POST + "Content-Length : 2\r\n\r\n{}",
                POST + "Transfer-Encoding: chunked, identity" + EMPTY_CHUNKS,
                POST + "Transfer-Encoding: xchunked" + EMPTY_CHUNKS,
                "GET /api/health HTTP/1.1\r\nHost: x\nX-A: b\r\n\r\n",
                GET + "X-A: a\rb\r\n\r\n"
            })
    void what_a_proxy_might_read_otherwise_is_refused_and_the_line_is_cut_row_115(String request)
            throws IOException {
        assertThat(answered(request + GET + "\r\n"))
                .startsWith("HTTP/1.1 400")
                .containsOnlyOnce("HTTP/1.1");
    }

    @Test
    void a_head_has_an_end_row_116() throws IOException {
        assertThat(answered(GET + "X-A: " + "a".repeat(17_000) + "\r\n\r\n")).contains(" 431 ");
        assertThat(answered("GET /" + "a".repeat(9_000) + " HTTP/1.1\r\n\r\n")).contains(" 414 ");
    }

    @Test
    void there_is_no_way_to_http_2_past_a_proxy_row_116() throws IOException {
        var upgrade = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n";
        var settings = "HTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n";
        assertThat(answered(GET + upgrade + settings + GET + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .endsWith("}");
        assertThat(answered("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).contains(" 501 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "FOO"})
    void methods_that_are_not_meant_are_refused_row_117(String method) {
        for (var path : new String[] {"/api/health", "/"}) {
            var reply = server.nobody().send(method, path, "");
            assertThat(reply.status()).isEqualTo(405);
            assertThat(reply.header("Allow")).startsWith("GET");
        }
    }

    @Test
    void a_header_does_not_change_the_method_row_117() {
        var awa = server.signIn("awa").with("X-HTTP-Method-Override", "DELETE");
        assertThat(awa.post("/api/users/me/picture", "").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/health",
                "/api/users/me",
                "/api/<b>nothing",
                "/<b>nothing",
                "/socket.io/?EIO=4&transport=polling",
                "/socket.io/?EIO=4&transport=<b>nothing"
            })
    void every_answer_keeps_browsers_careful_and_repeats_nothing_rows_104_114(String path)
            throws IOException {
        var answer = answered("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .containsOnlyOnce("X-Content-Type-Options: nosniff")
                .contains("Referrer-Policy: no-referrer")
                .contains("Permissions-Policy: camera=(self)")
                .contains("Cross-Origin-Opener-Policy: same-origin")
                .contains("Content-Security-Policy: default-src 'none'")
                .doesNotContainIgnoringCase("\r\nServer:")
                .doesNotContain("<b>nothing");
    }

    @Test
    void only_named_sites_show_a_page_in_a_frame_row_103() {
        var named = Map.of("embed.origins", "https://shop.example");
        try (var other = RunningServer.with(named)) {
            assertThat(policy(other)).contains("; frame-ancestors https://shop.example;");
        }
        assertThat(policy(server)).contains("; frame-ancestors 'none';");
    }

    @Test
    void pages_load_pictures_from_here_alone_row_112() {
        assertThat(policy(server)).containsPattern("; img-src 'self'( data:| blob:)*;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/docs", "/api/health", "/api/nothing", "/nothing", POLLING})
    void nothing_is_made_of_a_forged_host_row_8(String path) throws IOException {
        var forged = "Host: evil.example\r\nX-Forwarded-Host: evil.example\r\n";
        assertThat(answered("GET " + path + " HTTP/1.1\r\n" + forged + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 ")
                .doesNotContain("evil.example");
    }

    private static String policy(RunningServer server) {
        return server.nobody().get("/api/docs").header("Content-Security-Policy");
    }

    @Test
    void a_token_in_the_address_is_nobodys_rows_23_66() {
        var token = server.signIn("awa").token();
        var all = "token=%1$s&access_token=%1$s&auth=%1$s".formatted(token);
        assertThat(server.nobody().get("/api/users/me?" + all).status()).isEqualTo(401);
        var polling = "/socket.io/?EIO=4&transport=polling&" + all;
        var opened = server.nobody().get(polling).raw().body();
        var session = polling + "&sid=" + Contract.json(opened.substring(1)).at("/sid").asText();
        var client = server.nobody();
        client.post(session, "40");
        assertThat(polled(client, session, "40{")).contains("40{");
        client.post(session, "420[\"sync\",{\"cursors\":{}}]");
        assertThat(polled(client, session, "430[")).contains("\"code\":\"unauthenticated\"");
    }

    /// What polls bring up to what is waited for; on a slow machine there is a ping before it.
    private static String polled(Someone client, String session, String wanted) {
        var heard = new StringBuilder();
        for (int i = 0; i < 3 && heard.indexOf(wanted) < 0; i++) {
            heard.append(client.get(session).raw().body());
        }
        return heard.toString();
    }
}
