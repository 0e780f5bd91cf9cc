// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may stand in a packet, and what ends the session. Lines are those of
/// socketio/docs/protocol.md, rows those of docs/security.md.
class PacketTest extends Talk {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4",
                "4x",
                "47",
                "44{\"message\":\"x\"}",
                "42",
                "42{}",
                "42[]",
                "42[1",
                "42[\"a\"]x",
                "42[{}]",
                "42[null]",
                "42[true]",
                "42abc[\"a\"]",
                "42-1[\"a\"]",
                "43[1]",
                "43",
                "431{}",
                "4299999999999999999[\"a\"]",
                "41{}",
                "41/,x",
                "45[\"a\"]",
                "45-[\"a\"]",
                "4511-[\"a\"]",
                "459999999999-[\"a\"]",
                "455999999-[\"a\"]",
                "42[\"connect\"]",
                "42[\"disconnect\"]",
                "42[\"connect_error\"]",
                "42[\"disconnecting\"]",
                "42[\"newListener\"]",
                "42[\"removeListener\"]",
                "42[\"\\u0063onnect\"]",
                "40",
                "42[\"a\",01]",
                "42[\"a\",'b']",
                "42[\"a\",NaN]",
                "42[\"a\",]",
                "42[\"a\\x\"]"
            })
    void lines_28_31_what_is_not_socket_io_ends_the_session_rows_55_56(String packet) {
        try (var ws = server.joined()) {
            ws.send(packet);
            ws.closed();
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void line_31_the_servers_own_reserved_names_are_errors_and_numbers_are_names()
            throws Exception {
        try (var ws = server.joined()) {
            var socket = sockets.take();
            assertThatThrownBy(() -> socket.emit("disconnect"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Prepared.event("connect"))
                    .isInstanceOf(IllegalArgumentException.class);
            socket.on("7", in -> heard.add(in.event()));
            ws.send("42[7]");
            assertThat(heard.take()).isEqualTo("7");
        }
    }

    @Test
    void line_34_any_text_and_number_survives() {
        try (var ws = server.joined()) {
            var args =
                    "\"\\ud800 \u2028 \\u0000 \\u001e é 😀\",123456789012345678901234567890,1.10e-7,-0,{\"b\":null,\"a\":1,\"b\":2}";
            ws.send("42[\"echo\"," + args + "]");
            assertThat(ws.text()).isEqualTo("42[\"echoed\"," + args + "]");
        }
    }

    @Test
    void line_34_what_the_server_writes_is_escaped() throws Exception {
        try (var ws = server.joined()) {
            record Point(int x, @Nullable String label) {}
            sockets.take()
                    .emit(
                            "a\"b",
                            "\u001e\n\u0000\"\\",
                            1L << 60,
                            0.1,
                            true,
                            new Point(1, null),
                            new int[] {1, 2},
                            Double.NaN);
            assertThat(ws.text())
                    .isEqualTo(
                            "42[\"a\\\"b\",\"\\u001E\\n\\u0000\\\"\\\\\",1152921504606846976,0.1,true,{\"x\":1,\"label\":null},[1,2],null]");
        }
    }

    @Test
    void line_38_depth_is_bounded_and_only_the_offender_suffers() {
        try (var fine = server.joined();
                var ws = server.joined()) {
            ws.send("42[\"x\"," + "[".repeat(100_000));
            ws.closed();
            fine.send("42[\"echo\"," + "[".repeat(62) + "]".repeat(62) + "]");
            assertThat(fine.text()).startsWith("42[\"echoed\",[[");
        }
    }

    @Test
    void events_of_one_socket_are_handled_in_order_and_faults_are_reported() throws Exception {
        server.io.onFault(
                (where, fault) -> heard.add(where.split(" ", -1)[2] + fault.getMessage()));
        server.io
                .of("/")
                .on(
                        "fail",
                        _ -> {
                            throw new java.io.IOException("!");
                        });
        try (var ws = server.joined()) {
            ws.send("42[\"fail\"]");
            assertThat(heard.take()).isEqualTo("fail!");
            for (var i = 0; i < 1000; i++) {
                ws.send("42[\"hear\"," + i + "]");
            }
            for (var i = 0; i < 1000; i++) {
                assertThat(heard.take()).isEqualTo("[\"hear\"," + i + "]");
            }
        }
    }
}
