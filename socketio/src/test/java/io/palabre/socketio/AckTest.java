// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/// Acknowledgements, both ways. Lines are those of socketio/docs/protocol.md.
class AckTest extends Talk {
    @Test
    void line_32_acks_both_ways() throws Exception {
        try (var ws = server.joined()) {
            ws.send("4217[\"ask\",1,\"b\"]");
            assertThat(ws.text()).isEqualTo("4317[1,\"b\"]");
            ws.send("429007199254740991[\"ask\"]");
            assertThat(ws.text()).isEqualTo("439007199254740991[]");
            var socket = sockets.take();
            var first = socket.emitWithAck("q", Duration.ofSeconds(5), 1);
            assertThat(ws.text()).isEqualTo("420[\"q\",1]");
            var second = socket.emitWithAck("q", Duration.ofSeconds(5), 2);
            assertThat(ws.text()).isEqualTo("421[\"q\",2]");
            ws.send("431[\"two\"]");
            ws.send("431[\"again\"]");
            ws.send("4399[\"unknown\"]");
            ws.send("430[]");
            assertThat(second.get().arg(0)).isEqualTo("\"two\"");
            assertThat(first.get().size()).isZero();
        }
    }

    @Test
    void line_32_acks_time_out_and_fail_with_the_socket() throws Exception {
        try (var ws = server.joined()) {
            var socket = sockets.take();
            var late = socket.emitWithAck("q", Duration.ofMillis(20));
            assertThatThrownBy(late::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
            var never = socket.emitWithAck("q", Duration.ofSeconds(60));
            ws.send("41");
            assertThatThrownBy(never::get).hasCauseInstanceOf(Disconnected.class);
            assertThatThrownBy(socket.emitWithAck("q", Duration.ofSeconds(60))::get)
                    .hasCauseInstanceOf(Disconnected.class);
        }
    }

    @Test
    void line_32_a_listener_may_wait_for_an_ack_of_its_own_socket() {
        server.io
                .of("/")
                .on(
                        "chain",
                        in -> {
                            var reply =
                                    in.socket().emitWithAck("next", Duration.ofSeconds(5)).get();
                            in.ackRaw(reply.arg(0));
                        });
        try (var ws = server.joined()) {
            ws.send("425[\"chain\"]");
            assertThat(ws.text()).isEqualTo("420[\"next\"]");
            ws.send("430[\"done\"]");
            assertThat(ws.text()).isEqualTo("435[\"done\"]");
        }
    }

    @Test
    void line_32_an_event_is_acknowledged_once() {
        server.io
                .of("/")
                .on(
                        "twice",
                        in -> {
                            in.ack(1);
                            in.ack(2);
                        });
        try (var ws = server.joined()) {
            ws.send("421[\"twice\"]");
            ws.send("42[\"echo\"]");
            assertThat(ws.text()).isEqualTo("431[1]");
            assertThat(ws.text()).isEqualTo("42[\"echoed\"]");
        }
    }
}
