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
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Clients that do not get on, and one that does, slowly. Rows are those of docs/security.md.
@TestInstance(Lifecycle.PER_CLASS)
class SlowClientsTest {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final long WINDOW_MILLIS = 2_000;
    private static final String TYPE = "Host: x\r\nContent-Type: application/json\r\n";

    private final RunningServer server =
            RunningServer.with(
                    Map.of("limits.head", "2s", "limits.body", "1s", "limits.idle", "1s"), "awa");
    private final Someone awa = server.signIn("awa");

    @AfterAll
    void stop() {
        server.close();
    }

    private Socket line() throws IOException {
        var line = new Socket(InetAddress.getLoopbackAddress(), server.palabre().port());
        line.setSoTimeout(PATIENCE_MILLIS);
        return line;
    }

    /// All that is answered until the server hangs up, to a client that goes on saying a little.
    private String answered(String beginning, String little) throws Exception {
        try (var line = line()) {
            say(line, beginning);
            var answer = CompletableFuture.supplyAsync(() -> rest(line));
            while (true) {
                try {
                    return answer.get(50, TimeUnit.MILLISECONDS);
                } catch (TimeoutException goOn) {
                    try {
                        say(line, little);
                    } catch (IOException cut) {
                        return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                    }
                }
            }
        }
    }

    private static void say(Socket line, String text) throws IOException {
        line.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /// Up to the end of the connection, however it ends.
    private static String rest(Socket line) {
        var read = new StringBuilder();
        try {
            var in = line.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) read.append((char) next);
        } catch (IOException cut) {
            assertThat(cut).hasMessageContaining("reset");
        }
        return read.toString();
    }

    private String upload() {
        return "POST /api/attachments?name=a.txt HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
                + "Authorization: Bearer "
                + awa.token()
                + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    }

    @Test
    void a_head_has_a_time_row_75() throws Exception {
        assertThat(answered("", "")).isEmpty();
        assertThat(answered("GET /api/health HTTP/1.1\r\nX-A: ", "a")).contains(" 408 ");
    }

    @Test
    void a_connection_is_not_kept_for_nothing_row_75() throws Exception {
        assertThat(answered("GET /api/health HTTP/1.1\r\nHost: x\r\n\r\n", ""))
                .startsWith("HTTP/1.1 200")
                .containsOnlyOnce("HTTP/1.1");
    }

    @Test
    void a_body_has_a_time_row_75() throws Exception {
        var login = "POST /api/auth/login HTTP/1.1\r\n" + TYPE + "Content-Length: 10000\r\n\r\n";
        assertThat(answered(login, " ")).contains(" 408 ").contains("too_slow");
        var unread = "GET /api/health HTTP/1.1\r\n" + TYPE + "Content-Length: 10000\r\n\r\n";
        assertThat(answered(unread, " ")).startsWith("HTTP/1.1 200");
        var opened = server.nobody().get("/socket.io/?EIO=4&transport=polling").raw().body();
        var session = Contract.json(opened.substring(1)).at("/sid").asText();
        var post =
                "POST /socket.io/?EIO=4&transport=polling&sid=%s HTTP/1.1\r\n".formatted(session);
        assertThat(answered(post + "Host: x\r\nContent-Length: 10000\r\n\r\n", "4"))
                .contains(" 408 ");
    }

    @Test
    void a_file_that_hardly_comes_is_refused_and_nothing_is_left_row_90() throws Exception {
        assertThat(answered(upload(), "1\r\na\r\n")).contains(" 408 ").contains("too_slow");
        try (var files = Files.walk(server.folder().resolve("files"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void a_file_that_comes_slowly_is_taken_row_90() throws Exception {
        try (var line = line()) {
            long begun = System.nanoTime();
            say(line, upload());
            var answer = CompletableFuture.supplyAsync(() -> rest(line));
            while (System.nanoTime() - begun < 2.5 * WINDOW_MILLIS * 1e6) {
                say(line, "400\r\n" + "a".repeat(1024) + "\r\n");
                waitForNothing(answer);
            }
            say(line, "0\r\n\r\n");
            assertThat(answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).contains(" 201 ");
        }
    }

    private static void waitForNothing(CompletableFuture<String> answer)
            throws InterruptedException, ExecutionException {
        try {
            assertThat(answer.get(100, TimeUnit.MILLISECONDS)).as("not yet").isNull();
        } catch (TimeoutException asItShouldBe) {
            assertThat(answer).isNotDone();
        }
    }
}
