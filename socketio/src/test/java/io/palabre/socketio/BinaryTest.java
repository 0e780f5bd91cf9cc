// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Binary arguments and their placeholders. Lines are those of socketio/docs/protocol.md, rows
/// those of docs/security.md.
class BinaryTest extends Talk {
    @Test
    void line_33_binary_both_ways_at_any_depth() throws Exception {
        try (var ws = server.joined()) {
            var socket = sockets.take();
            socket.emit("b", Map.of("x", List.of(new byte[] {1, 2})), Buffer.buffer("hi"));
            assertThat(ws.text())
                    .isEqualTo(
                            "452-[\"b\",{\"x\":[{\"_placeholder\":true,\"num\":0}]},{\"_placeholder\":true,\"num\":1}]");
            assertThat(ws.binary()).containsExactly(1, 2);
            assertThat(ws.binary()).containsExactly('h', 'i');
            ws.send("451-9[\"ask\",{\"deep\":[ { \"num\" : 0 , \"_placeholder\" : true } ]}]");
            ws.send(new byte[] {7});
            assertThat(ws.text())
                    .isEqualTo(
                            "461-9[{\"deep\":[ {\"_placeholder\":true,\"num\":0} ]}]"
                                    .replace(
                                            "{\"_placeholder\":true,\"num\":0}",
                                            "{ \"num\" : 0 , \"_placeholder\" : true }"));
            assertThat(ws.binary()).containsExactly(7);
        }
    }

    @Test
    void line_33_the_same_attachment_twice_and_none_and_plain_objects() throws Exception {
        try (var ws = server.joined()) {
            ws.send(
                    "451-[\"hear\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":0}]");
            ws.send(new byte[0]);
            assertThat(heard.take()).contains("\"num\":0},{");
            ws.send("450-[\"hear\",1]");
            assertThat(heard.take()).isEqualTo("[\"hear\",1]");
            ws.send("42[\"hear\",{\"_placeholder\":true,\"num\":\"x\"}]");
            assertThat(heard.take()).contains("\"x\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"_placeholder\":true,\"num\":1}",
                "{\"_placeholder\":true,\"num\":-1}",
                "{\"_placeholder\":true,\"num\":0.5}",
                "{\"_placeholder\":true,\"num\":\"0\"}",
                "{\"_placeholder\":true,\"num\":\"splice\"}",
                "{\"_placeholder\":true}",
                "{\"_placeholder\":true,\"num\":0,\"num\":0}",
                "{\"_placeholder\":true,\"_placeholder\":true,\"num\":0}",
                "{\"_placeholder\":true,\"n\\u0075m\":0,\"num\":0}",
                "{\"_placeholder\":true,\"num\":99999999999}"
            })
    void line_33_placeholders_that_stand_for_nothing_end_the_session_row_56(String placeholder) {
        try (var ws = server.joined()) {
            ws.send("451-[\"hear\"," + placeholder + "]");
            ws.send(new byte[] {1});
            ws.closed();
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void line_33_a_text_packet_between_attachments_ends_the_session() {
        try (var ws = server.joined()) {
            ws.send("451-[\"hear\",{\"_placeholder\":true,\"num\":0}]");
            ws.send("42[\"hear\"]");
            ws.closed();
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void line_33_attachments_that_never_come_end_the_session_row_56() {
        try (var ws = server.joined()) {
            ws.send("451-[\"hear\",{\"_placeholder\":true,\"num\":0}]");
            ws.closed();
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }
}
