// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Compressed messages. Lines are those of socketio/docs/protocol.md.
class DeflateTest {
    private static final int COMPRESSED_TEXT = 0x80 | 0x40 | RawWebSocket.TEXT;
    private final TestServer server =
            TestServer.start(SocketIoOptions.defaults().withDeflate(new Deflate(100, 6)));

    {
        server.io.of("/").on("echo", in -> in.socket().emit("echoed", in));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RawWebSocket joined() {
        var ws =
                new RawWebSocket(
                        server.port,
                        "/socket.io/?EIO=4&transport=websocket",
                        "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits");
        assertThat(ws.answer)
                .contains(
                        "permessage-deflate; server_no_context_takeover; client_no_context_takeover");
        inflated(ws.next());
        ws.send("40");
        ws.text();
        return ws;
    }

    private static byte[] deflated(byte[] message) {
        var deflater = new Deflater(9, true);
        deflater.setInput(message);
        var chunk = new byte[message.length + 100];
        var length = deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
        deflater.end();
        return Arrays.copyOf(chunk, length - 4);
    }

    private static String inflated(RawWebSocket.Frame frame) {
        if (!frame.compressed()) {
            return frame.text();
        }
        var inflater = new Inflater(true);
        try {
            var whole = Arrays.copyOf(frame.payload(), frame.payload().length + 4);
            whole[whole.length - 2] = (byte) 0xff;
            whole[whole.length - 1] = (byte) 0xff;
            inflater.setInput(whole);
            var text = new byte[2_000_000];
            return new String(text, 0, inflater.inflate(text), UTF_8);
        } catch (java.util.zip.DataFormatException e) {
            throw new AssertionError(e);
        } finally {
            inflater.end();
        }
    }

    @Test
    void line_17_long_messages_are_compressed_both_ways_each_by_itself() {
        try (var ws = joined()) {
            var word = "é".repeat(10_000);
            for (var i = 0; i < 3; i++) {
                ws.send(
                        COMPRESSED_TEXT,
                        deflated(("42[\"echo\",\"" + word + "\"]").getBytes(UTF_8)));
                var frame = ws.next();
                assertThat(frame.compressed()).isTrue();
                assertThat(frame.payload().length).isLessThan(500);
                assertThat(inflated(frame)).isEqualTo("42[\"echoed\",\"" + word + "\"]");
            }
            ws.send("42[\"echo\",1]");
            var small = ws.next();
            assertThat(small.compressed()).isFalse();
            assertThat(small.text()).isEqualTo("42[\"echoed\",1]");
        }
    }

    @Test
    void line_17_a_bomb_is_1009_at_the_limit() {
        try (var ws = joined()) {
            ws.send(COMPRESSED_TEXT, deflated(new byte[2_000_000]));
            assertThat(ws.closed()).isEqualTo(1009);
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void line_17_what_is_no_deflate_stream_is_1007() {
        try (var ws = joined()) {
            ws.send(COMPRESSED_TEXT, new byte[] {-1, -1, -1, -1, -1});
            assertThat(ws.closed()).isEqualTo(1007);
        }
    }

    @Test
    void a_smaller_window_for_the_server_is_not_granted() {
        try (var ws =
                new RawWebSocket(
                        server.port,
                        "/socket.io/?EIO=4&transport=websocket",
                        "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=9")) {
            assertThat(ws.answer).doesNotContainIgnoringCase("extensions");
        }
    }
}
