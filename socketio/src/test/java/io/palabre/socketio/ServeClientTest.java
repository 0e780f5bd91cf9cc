// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The client's bundle beside the sessions. Lines are those of socketio/docs/protocol.md.
class ServeClientTest {
    private static final String SCRIPT = "var io = 'é';";
    private TestServer server;
    private RawHttp http;

    @BeforeEach
    void start(@TempDir Path dist) throws IOException {
        Files.writeString(dist.resolve("socket.io.js"), SCRIPT);
        Files.writeString(dist.resolve("socket.io.min.js.map"), "{}");
        Files.writeString(dist.resolve("secret.js"), "no");
        server =
                TestServer.start(
                        SocketIoOptions.defaults()
                                .withWeb(
                                        Web.defaults().withCors(Cors.any()).withServeClient(dist)));
        http = server.http();
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    @Test
    void line_13_a_page_gets_the_script_and_may_ask_whether_it_changed() {
        for (var again = 0; again < 2; again++) {
            var script = http.get("/socket.io/socket.io.js?v=4");
            assertThat(script.status()).isEqualTo(200);
            assertThat(script.body()).isEqualTo(SCRIPT);
            assertThat(script.header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
            assertThat(script.header("Cache-Control")).isEqualTo("public, max-age=0");
            assertThat(script.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(script.header("Access-Control-Allow-Origin")).isEqualTo("*");
            var same =
                    http.get("/socket.io/socket.io.js", "If-None-Match: " + script.header("ETag"));
            assertThat(same.status()).isEqualTo(304);
            assertThat(same.body()).isEmpty();
            assertThat(http.get("/socket.io/socket.io.js", "If-None-Match: W/\"other\"").body())
                    .isEqualTo(SCRIPT);
        }
        assertThat(http.get("/socket.io/socket.io.min.js.map").header("Content-Type"))
                .isEqualTo("application/json");
    }

    @Test
    void line_13_it_is_compressed_for_who_accepts_that() {
        var zipped = http.get("/socket.io/socket.io.js", "Accept-Encoding: gzip, br");
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.header("Vary")).contains("Accept-Encoding");
        assertThat(zipped.body()).isNotEqualTo(SCRIPT);
    }

    @Test
    void line_13_head_and_other_methods() {
        http.send("HEAD", "/socket.io/socket.io.js", "");
        assertThat(http.head().header("Content-Length"))
                .isEqualTo(Integer.toString(SCRIPT.length() + 1));
        assertThat(http.request("DELETE", "/socket.io/socket.io.js", "").status()).isEqualTo(405);
        assertThat(server.io.sessions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/socket.io/secret.js",
                "/socket.io/../secret.js",
                "/socket.io/%2e%2e/secret.js",
                "/socket.io/socket.io.js/..",
                "/other/socket.io.js"
            })
    void line_13_no_other_file_is_served(String path) {
        assertThat(http.get(path).body()).startsWith("elsewhere");
    }

    @Test
    void line_13_a_bundle_that_is_not_in_the_folder_is_404() {
        assertThat(http.get("/socket.io/socket.io.min.js").status()).isEqualTo(404);
    }
}
