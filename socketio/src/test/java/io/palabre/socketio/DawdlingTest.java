// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.vertx.core.http.HttpServerRequest;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Clients that do not get on with what they say, before they have a WebSocket. Lines are those of
/// socketio/docs/protocol.md.
class DawdlingTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    /// Not so short that somebody who goes on seems not to, where much else runs.
    private static final Duration MODERATE = Duration.ofSeconds(1);

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Timeouts.Lines PATIENT = new Timeouts.Lines(LONG, LONG, LONG);

    private final CompletableFuture<HttpServerRequest> resting = new CompletableFuture<>();
    private TestServer server = TestServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private RawHttp lineTo(Timeouts.Lines lines) {
        server.close();
        var timeouts = Timeouts.defaults().withRequest(SHORT).withLines(lines);
        server =
                TestServer.beside(
                        SocketIoOptions.defaults().withTimeouts(timeouts), this::elsewhere);
        return server.http();
    }

    /// Reads bodies to their end, or does not answer, or answers at once.
    private void elsewhere(HttpServerRequest request) {
        switch (request.uri()) {
            case "/reads" -> request.body().onSuccess(_ -> request.response().end("read"));
            case "/rests" -> resting.complete(request.pause());
            case "/waits" -> {}
            default -> request.response().end("at once");
        }
    }

    private static void send(RawHttp line, String text) {
        line.write(text.getBytes(ISO_8859_1));
    }

    @Test
    void line_15_a_connection_that_says_nothing_is_cut() {
        try (var line = lineTo(PATIENT.withHead(SHORT))) {
            assertThat(line.ended()).isTrue();
        }
    }

    @Test
    void line_15_a_head_that_trickles_in_is_told_so_and_cut() throws Exception {
        try (var line = lineTo(PATIENT.withHead(SHORT))) {
            send(line, "GET / HTTP/1.1\r\nX: ");
            assertThat(answeredWhileTrickling(line, "a")).isEqualTo(408);
            assertThat(line.ended()).isTrue();
        }
    }

    @Test
    void line_15_so_are_a_further_head_and_line_breaks_before_it() throws Exception {
        try (var line = lineTo(PATIENT.withHead(SHORT))) {
            assertThat(line.get("/x").status()).isEqualTo(200);
            assertThat(answeredWhileTrickling(line, "\r\n")).isEqualTo(408);
        }
    }

    @Test
    void line_15_a_head_behind_a_request_that_waits_is_cut_without_a_word() {
        try (var line = lineTo(PATIENT.withHead(SHORT))) {
            send(line, "GET /waits HTTP/1.1\r\n\r\n");
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> answeredWhileTrickling(line, "G"));
        }
    }

    @Test
    void line_15_a_kept_connection_is_closed_when_it_is_not_used() {
        try (var line = lineTo(PATIENT.withIdle(SHORT))) {
            assertThat(line.get("/x").status()).isEqualTo(200);
            assertThat(line.ended()).isTrue();
        }
    }

    @Test
    void line_15_a_body_that_stands_still_is_told_so_and_cut() throws Exception {
        try (var line = lineTo(PATIENT.withBody(SHORT))) {
            send(line, "POST /reads HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n");
            assertThat(answeredWhileTrickling(line, "a")).isEqualTo(408);
            assertThat(line.ended()).isTrue();
        }
    }

    @Test
    void line_15_a_body_that_goes_on_is_not_cut_however_long_it_takes() throws Exception {
        try (var line = lineTo(PATIENT.withBody(MODERATE))) {
            var begun = System.nanoTime();
            send(line, "POST /reads HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
            var reply = CompletableFuture.supplyAsync(line::reply);
            while (System.nanoTime() - begun < 2.5 * MODERATE.toNanos()) {
                send(line, "3e8\r\n" + "a".repeat(1_000) + "\r\n");
                assertThatExceptionOfType(TimeoutException.class)
                        .isThrownBy(() -> reply.get(20, TimeUnit.MILLISECONDS));
            }
            send(line, "0\r\n\r\n");
            assertThat(reply.get(10, TimeUnit.SECONDS).body()).isEqualTo("read");
        }
    }

    @Test
    void line_15_nobody_is_cut_for_what_the_program_does_not_read() throws Exception {
        try (var line = lineTo(PATIENT.withBody(SHORT))) {
            send(line, "POST /rests HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n");
            send(line, "a".repeat(600_000));
            var late = resting.get(10, TimeUnit.SECONDS);
            var reply = CompletableFuture.supplyAsync(line::reply);
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> reply.get(3 * SHORT.toMillis(), TimeUnit.MILLISECONDS));
            late.response().end("at last");
            assertThat(reply.get(10, TimeUnit.SECONDS).body()).isEqualTo("at last");
        }
    }

    @Test
    void line_15_what_is_left_of_a_body_has_an_end_after_the_answer() {
        try (var line = lineTo(PATIENT)) {
            send(line, "GET /x HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n");
            assertThat(line.reply().body()).isEqualTo("at once");
            assertThat(line.ended()).isTrue();
        }
    }

    @Test
    void line_15_a_request_may_be_answered_as_late_as_it_takes() throws Exception {
        try (var line = lineTo(new Timeouts.Lines(MODERATE, SHORT, SHORT))) {
            send(line, "GET /rests HTTP/1.1\r\n\r\n");
            var reply = CompletableFuture.supplyAsync(line::reply);
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> reply.get(2 * MODERATE.toMillis(), TimeUnit.MILLISECONDS));
            resting.get(10, TimeUnit.SECONDS).response().end("at last");
            assertThat(reply.get(10, TimeUnit.SECONDS).body()).isEqualTo("at last");
            assertThat(line.ended()).isTrue();
        }
    }

    @Test
    void line_15_a_web_socket_is_watched_by_its_heartbeat_alone() throws Exception {
        try (var _ = lineTo(new Timeouts.Lines(MODERATE, MODERATE, MODERATE));
                var ws = server.joined()) {
            var next = CompletableFuture.supplyAsync(ws::text);
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> next.get(2 * MODERATE.toMillis(), TimeUnit.MILLISECONDS));
            server.io.of("/").emit("still there");
            assertThat(next.get(10, TimeUnit.SECONDS)).isEqualTo("42[\"still there\"]");
        }
    }

    /// The answer to a client that says a little now and then.
    private static int answeredWhileTrickling(RawHttp line, String little) throws Exception {
        var answer = CompletableFuture.supplyAsync(() -> line.reply().status());
        while (true) {
            try {
                return answer.get(25, TimeUnit.MILLISECONDS);
            } catch (TimeoutException goOn) {
                try {
                    send(line, little);
                } catch (UncheckedIOException cut) {
                    return answer.get(10, TimeUnit.SECONDS);
                }
            }
        }
    }
}
