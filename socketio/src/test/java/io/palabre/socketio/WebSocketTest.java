// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static io.palabre.socketio.RawWebSocket.BINARY;
import static io.palabre.socketio.RawWebSocket.CLOSE;
import static io.palabre.socketio.RawWebSocket.CONTINUATION;
import static io.palabre.socketio.RawWebSocket.PING;
import static io.palabre.socketio.RawWebSocket.PONG;
import static io.palabre.socketio.RawWebSocket.TEXT;
import static io.palabre.socketio.RawWebSocket.frame;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Frames: what is taken, what is refused, and with which code. Lines are those of
/// socketio/docs/protocol.md, rows those of docs/security.md.
class WebSocketTest {
    private static final int FIN = 0x80;
    private static final String PATH = "/socket.io/?EIO=4&transport=websocket";
    private final TestServer server = TestServer.start();

    {
        server.io.of("/").on("echo", in -> in.socket().emit("echoed", in));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void line_14_b64_sends_attachments_as_text_and_b_frames_are_always_taken() {
        try (var ws = new RawWebSocket(server.port, PATH + "&b64=1")) {
            ws.text();
            ws.send("40");
            ws.text();
            ws.send("451-[\"echo\",{\"_placeholder\":true,\"num\":0}]");
            ws.send("bAQIDBA==");
            assertThat(ws.text()).isEqualTo("451-[\"echoed\",{\"_placeholder\":true,\"num\":0}]");
            assertThat(ws.text()).isEqualTo("bAQIDBA==");
        }
    }

    @Test
    void line_17_binary_frames_have_no_prefix() {
        try (var ws = server.joined()) {
            ws.send(
                    "452-[\"echo\",{\"_placeholder\":true,\"num\":1},{\"num\":0,\"_placeholder\":true}]");
            ws.send(new byte[] {1});
            ws.send(new byte[] {});
            assertThat(ws.text())
                    .isEqualTo(
                            "452-[\"echoed\",{\"_placeholder\":true,\"num\":1},{\"num\":0,\"_placeholder\":true}]");
            assertThat(ws.binary()).containsExactly(1);
            assertThat(ws.binary()).isEmpty();
        }
    }

    @Test
    void line_17_fragments_with_control_frames_between() {
        try (var ws = server.joined()) {
            var bytes = "42[\"echo\",\"é\"]".getBytes(UTF_8);
            ws.send(TEXT, Arrays.copyOf(bytes, 11));
            ws.send(FIN | PING, "hi".getBytes(UTF_8));
            ws.send(CONTINUATION, new byte[0]);
            ws.send(FIN | CONTINUATION, Arrays.copyOfRange(bytes, 11, bytes.length));
            var pong = ws.next();
            assertThat(pong.opcode()).isEqualTo(PONG);
            assertThat(pong.text()).isEqualTo("hi");
            assertThat(ws.text()).isEqualTo("42[\"echoed\",\"é\"]");
        }
    }

    @Test
    void line_17_one_byte_at_a_time() {
        try (var ws = server.joined()) {
            for (var b : frame(FIN | TEXT, "42[\"echo\",1]".getBytes(UTF_8))) {
                ws.write(new byte[] {b});
            }
            assertThat(ws.text()).isEqualTo("42[\"echoed\",1]");
        }
    }

    @Test
    void line_17_many_frames_in_one_segment() {
        try (var ws = server.joined()) {
            var all = new ByteArrayOutputStream();
            for (var i = 0; i < 500; i++) {
                all.writeBytes(frame(FIN | TEXT, ("42[\"echo\"," + i + "]").getBytes(UTF_8)));
            }
            ws.write(all.toByteArray());
            for (var i = 0; i < 500; i++) {
                assertThat(ws.text()).isEqualTo("42[\"echoed\"," + i + "]");
            }
        }
    }

    @Test
    void line_17_frames_in_the_segment_of_the_upgrade_are_not_lost() {
        var early = new ByteArrayOutputStream();
        early.writeBytes(frame(FIN | TEXT, "40".getBytes(UTF_8)));
        try (var ws = new RawWebSocket(server.port, PATH, early.toByteArray())) {
            assertThat(ws.text()).startsWith("0{");
            assertThat(ws.text()).startsWith("40{");
        }
    }

    @Test
    void line_17_deflate_is_not_granted_unless_configured() {
        try (var ws =
                new RawWebSocket(
                        server.port, PATH, "Sec-WebSocket-Extensions: permessage-deflate")) {
            assertThat(ws.answer).doesNotContainIgnoringCase("extensions");
        }
    }

    @Test
    void line_17_invalid_utf8_is_1007() {
        try (var ws = server.joined()) {
            ws.send(FIN | TEXT, new byte[] {'4', (byte) 0xc3, (byte) 0x28});
            assertThat(ws.closed()).isEqualTo(1007);
        }
    }

    @Test
    void line_17_replacement_characters_that_were_sent_are_fine() {
        try (var ws = server.joined()) {
            ws.send("42[\"echo\",\"\ufffd\"]");
            assertThat(ws.text()).isEqualTo("42[\"echoed\",\"\ufffd\"]");
        }
    }

    @Test
    void line_17_unmasked_frames_are_1002() {
        try (var ws = server.joined()) {
            ws.write(new byte[] {(byte) 0x81, 1, '3'});
            assertThat(ws.closed()).isEqualTo(1002);
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                FIN | 0x40 | TEXT,
                FIN | 0x20 | TEXT,
                FIN | 0x10 | TEXT,
                FIN | 3,
                FIN | 11,
                PING,
                FIN | CONTINUATION
            })
    void line_17_reserved_bits_and_opcodes_and_stray_fragments_are_1002(int first) {
        try (var ws = server.joined()) {
            ws.send(first, new byte[] {'3'});
            assertThat(ws.closed()).isEqualTo(1002);
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void line_17_control_frames_are_short() {
        try (var ws = server.joined()) {
            ws.send(FIN | PING, new byte[126]);
            assertThat(ws.closed()).isEqualTo(1002);
        }
    }

    @Test
    void line_17_a_new_message_inside_a_fragmented_one_is_1002() {
        try (var ws = server.joined()) {
            ws.send(TEXT, new byte[] {'4'});
            ws.send(FIN | TEXT, new byte[] {'3'});
            assertThat(ws.closed()).isEqualTo(1002);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 2000, 5000})
    void line_17_close_codes_that_must_not_be_sent_are_1002(int code) {
        try (var ws = server.joined()) {
            ws.send(FIN | CLOSE, new byte[] {(byte) (code >> 8), (byte) code});
            assertThat(ws.closed()).isEqualTo(1002);
        }
    }

    @Test
    void line_17_a_close_frame_is_answered() {
        try (var ws = server.joined()) {
            ws.send(FIN | CLOSE, new byte[] {3, (byte) 0xe8});
            assertThat(ws.closed()).isEqualTo(1000);
            TestServer.until(() -> server.io.sessions() == 0);
        }
    }

    @Test
    void line_18_a_message_over_the_limit_is_1009_from_its_header_on() {
        try (var ws = server.joined()) {
            ws.write(
                    new byte[] {
                        (byte) 0x81, (byte) 0xff, 0x7f, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0
                    });
            assertThat(ws.closed()).isEqualTo(1009);
        }
        try (var ws = server.joined()) {
            ws.write(
                    new byte[] {
                        (byte) 0x81, (byte) 0xff, 0, 0, 0, 0, 0, 0x0f, 0x42, 0x41, 0, 0, 0, 0
                    });
            assertThat(ws.closed()).isEqualTo(1009);
        }
    }

    @Test
    void line_18_fragments_over_the_limit_are_1009() {
        try (var ws = server.joined()) {
            ws.send(TEXT, new byte[600_000]);
            ws.send(FIN | CONTINUATION, new byte[600_000]);
            assertThat(ws.closed()).isEqualTo(1009);
        }
    }

    @Test
    void line_18_a_message_of_exactly_the_limit_is_taken() {
        try (var ws = server.joined()) {
            ws.send("42[\"none\",\"" + "x".repeat(1_000_000 - 13) + "\"]");
            ws.send("42[\"echo\"]");
            assertThat(ws.text()).isEqualTo("42[\"echoed\"]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "2", "2probe", "5", "6", "7", "x"})
    void line_18_packets_that_clients_do_not_send_end_the_session(String packet) {
        try (var ws = server.joined()) {
            ws.send(FIN | TEXT, packet.getBytes(UTF_8));
            assertThat(ws.closed()).isNotEqualTo(1009);
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void what_only_a_msgpack_parser_would_take_ends_the_session_row_57() {
        var list = new byte[] {(byte) 0xdd, -1, -1, -1, -1};
        try (var ws = server.joined()) {
            ws.send(FIN | BINARY, list);
            ws.closed();
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void a_binary_message_nobody_announced_ends_the_session() {
        try (var ws = server.joined()) {
            ws.send(FIN | BINARY, new byte[] {1});
            ws.closed();
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void a_flood_of_pongs_changes_nothing() {
        try (var ws = server.joined()) {
            for (var i = 0; i < 20_000; i++) {
                ws.send("3");
            }
            ws.send("42[\"echo\"]");
            assertThat(ws.text()).isEqualTo("42[\"echoed\"]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "x"})
    void an_unknown_websocket_version_is_426(String version) {
        try (var http = server.http()) {
            var reply =
                    http.get(
                            PATH,
                            "Connection: Upgrade",
                            "Upgrade: websocket",
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                            "Sec-WebSocket-Version: " + version);
            assertThat(reply.status()).isEqualTo(426);
            assertThat(reply.header("sec-websocket-version")).isEqualTo("13");
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void a_bad_key_is_400() {
        try (var http = server.http()) {
            var reply =
                    http.get(
                            PATH,
                            "Connection: Upgrade",
                            "Upgrade: websocket",
                            "Sec-WebSocket-Key: c2hvcnQ=",
                            "Sec-WebSocket-Version: 13");
            assertThat(reply.status()).isEqualTo(400);
        }
    }
}
