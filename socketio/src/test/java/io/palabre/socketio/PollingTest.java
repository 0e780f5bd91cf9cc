// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Long-polling: what may be posted, and what polls are answered with. Lines are those of
/// socketio/docs/protocol.md.
class PollingTest {
    private final TestServer server = TestServer.start();
    private final RawHttp http = server.http();

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private String joined() {
        server.io.of("/").on("echo", in -> in.socket().emit("echoed", in));
        var sid = server.openPolling();
        http.post(TestServer.poll(sid), "40");
        http.get(TestServer.poll(sid));
        return sid;
    }

    @Test
    void line_05_answers_count_bytes_and_are_not_stored_and_the_connection_stays() {
        var sid = joined();
        var posted = http.post(TestServer.poll(sid), "42[\"echo\",\"é€😀\"]");
        assertThat(posted.body()).isEqualTo("ok");
        assertThat(posted.header("content-type")).isEqualTo("text/html");
        var polled = http.get(TestServer.poll(sid));
        assertThat(polled.body()).isEqualTo("42[\"echoed\",\"é€😀\"]");
        assertThat(polled.header("content-length"))
                .isEqualTo("" + polled.body().getBytes(UTF_8).length);
        assertThat(polled.header("content-type")).isEqualTo("text/plain; charset=UTF-8");
        assertThat(polled.header("cache-control")).isEqualTo("no-store");
        assertThat(polled.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(polled.header("connection")).isNotEqualToIgnoringCase("close");
    }

    @Test
    void line_05_large_answers_are_compressed_for_those_who_accept_it() throws Exception {
        var sid = joined();
        var word = "x".repeat(2000);
        http.post(TestServer.poll(sid), "42[\"echo\",\"" + word + "\"]");
        try (var socket = new java.net.Socket("localhost", server.port)) {
            socket.getOutputStream()
                    .write(
                            ("GET "
                                            + TestServer.poll(sid)
                                            + " HTTP/1.1\r\nHost: l\r\nAccept-Encoding: gzip, br\r\nConnection: close\r\n\r\n")
                                    .getBytes(ISO_8859_1));
            var all = socket.getInputStream().readAllBytes();
            var head = new String(all, ISO_8859_1);
            assertThat(head.toLowerCase(java.util.Locale.ROOT)).contains("content-encoding: gzip");
            var start = head.indexOf("\r\n\r\n") + 4;
            var body =
                    new GZIPInputStream(new ByteArrayInputStream(all, start, all.length - start));
            assertThat(new String(body.readAllBytes(), UTF_8))
                    .isEqualTo("42[\"echoed\",\"" + word + "\"]");
        }
    }

    @Test
    void line_06_octet_stream_is_refused_and_closes() {
        var sid = joined();
        var reply = http.post(TestServer.poll(sid), "4x", "Content-Type: application/octet-stream");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(http.get(TestServer.poll(sid)).status()).isEqualTo(400);
    }

    @Test
    void line_06_other_content_types_are_text() {
        var sid = joined();
        var reply = http.post(TestServer.poll(sid), "42[\"echo\",1]", "Content-Type: foo/bar");
        assertThat(reply.body()).isEqualTo("ok");
        assertThat(http.get(TestServer.poll(sid)).body()).isEqualTo("42[\"echoed\",1]");
    }

    @Test
    void line_06_invalid_utf8_closes() {
        var sid = joined();
        http.write(
                ("POST "
                                + TestServer.poll(sid)
                                + " HTTP/1.1\r\nHost: l\r\nContent-Length: 3\r\n\r\n")
                        .getBytes(ISO_8859_1));
        http.write(new byte[] {'4', (byte) 0xc3, (byte) 0x28});
        assertThat(http.reply().status()).isEqualTo(400);
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void line_07_a_body_announced_too_large_is_refused_before_it_comes() {
        var sid = joined();
        http.write(
                ("POST "
                                + TestServer.poll(sid)
                                + " HTTP/1.1\r\nHost: l\r\nContent-Length: 1000001\r\n\r\n")
                        .getBytes(ISO_8859_1));
        assertThat(http.reply().status()).isEqualTo(413);
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void line_07_an_endless_chunked_body_is_cut_at_the_limit() {
        var sid = joined();
        http.write(
                ("POST "
                                + TestServer.poll(sid)
                                + " HTTP/1.1\r\nHost: l\r\nTransfer-Encoding: chunked\r\n\r\n")
                        .getBytes(ISO_8859_1));
        var chunk = ("186a0\r\n" + "x".repeat(100_000) + "\r\n").getBytes(ISO_8859_1);
        for (var i = 0; i < 11; i++) {
            http.write(chunk);
        }
        assertThat(http.reply().status()).isEqualTo(413);
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void line_07_a_body_of_exactly_the_limit_is_taken() {
        var sid = joined();
        var body = "42[\"none\",\"" + "x".repeat(1_000_000 - 13) + "\"]";
        assertThat(body).hasSize(1_000_000);
        assertThat(http.post(TestServer.poll(sid), body).body()).isEqualTo("ok");
    }

    @Test
    void line_08_overlapping_polls_end_the_session() {
        var sid = joined();
        http.send("GET", TestServer.poll(sid), "");
        try (var second = server.http()) {
            assertThat(second.get(TestServer.poll(sid)).status()).isEqualTo(400);
        }
        var first = http.reply();
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).isEqualTo("1");
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void line_08_overlapping_posts_end_the_session() {
        var sid = joined();
        http.write(
                ("POST "
                                + TestServer.poll(sid)
                                + " HTTP/1.1\r\nHost: l\r\nContent-Length: 9\r\n\r\n42")
                        .getBytes(ISO_8859_1));
        try (var second = server.http()) {
            TestServer.until(() -> second.post(TestServer.poll(sid), "3").status() == 400);
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void line_09_a_poll_whose_client_goes_ends_the_session() {
        var reasons = new java.util.concurrent.LinkedBlockingQueue<String>();
        server.io.of("/").onDisconnect((_, reason) -> reasons.add(reason));
        var sid = joined();
        try (var leaving = server.http()) {
            leaving.send("GET", TestServer.poll(sid), "");
            TestServer.until(() -> http.post(TestServer.poll(sid), "3").status() == 200);
        }
        TestServer.until(() -> server.io.sessions() == 0);
        TestServer.until(() -> "transport error".equals(reasons.peek()));
    }

    @Test
    void line_09_a_post_cut_short_ends_the_session() {
        var sid = joined();
        try (var leaving = server.http()) {
            leaving.write(
                    ("POST "
                                    + TestServer.poll(sid)
                                    + " HTTP/1.1\r\nHost: l\r\nContent-Length: 9\r\n\r\n42")
                            .getBytes(ISO_8859_1));
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void line_16_packets_are_joined_and_binary_is_base64() {
        var sid = joined();
        http.post(
                TestServer.poll(sid),
                "42[\"echo\",1]\u001e451-[\"echo\",{\"_placeholder\":true,\"num\":0}]\u001ebAQIDBA==\u001e42[\"echo\",2]");
        var all = new StringBuilder();
        TestServer.until(
                () ->
                        all.append(http.get(TestServer.poll(sid)).body())
                                .append('\u001e')
                                .toString()
                                .contains("\",2]"));
        assertThat(all.toString())
                .isEqualTo(
                        "42[\"echoed\",1]\u001e451-[\"echoed\",{\"_placeholder\":true,\"num\":0}]\u001ebAQIDBA==\u001e42[\"echoed\",2]\u001e");
    }

    @Test
    void line_16_base64_without_padding_is_taken_and_garbage_is_not() {
        var sid = joined();
        var packet = "451-[\"echo\",{\"_placeholder\":true,\"num\":0}]\u001eb";
        assertThat(http.post(TestServer.poll(sid), packet + "AQIDBA").body()).isEqualTo("ok");
        assertThat(http.get(TestServer.poll(sid)).body()).endsWith("bAQIDBA==");
        assertThat(http.post(TestServer.poll(sid), packet + "A*B=").status()).isEqualTo(400);
    }

    @Test
    void line_19_everything_buffered_is_sent_in_order() {
        var sid = joined();
        var socket = server.io.of("/").sockets().iterator().next();
        IntStream.range(0, 2000).forEach(i -> socket.emit("n", i));
        TestServer.until(() -> http.post(TestServer.poll(sid), "3").status() == 200);
        var all = http.get(TestServer.poll(sid)).body().split("\u001e", -1);
        assertThat(all).hasSize(2000);
        assertThat(all[0]).isEqualTo("42[\"n\",0]");
        assertThat(all[1999]).isEqualTo("42[\"n\",1999]");
    }
}
