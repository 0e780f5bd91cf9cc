// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketIoTest {
    private final TestServer server =
            TestServer.start(
                    SocketIoOptions.defaults()
                            .withTimeouts(
                                    Timeouts.defaults()
                                            .withConnect(Duration.ofSeconds(1))
                                            .withAttachments(Duration.ofSeconds(1))));
    private final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

    {
        server.io
                .of("/")
                .onConnect(sockets::add)
                .on("echo", in -> in.socket().emit("echoed", in))
                .on("hear", in -> heard.add(in.json()))
                .on("ask", in -> in.ack(in));
        server.io.of("/admin").on("echo", in -> in.socket().emit("echoed", in));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void line_27_namespaces_end_at_a_comma_or_at_the_end() {
        try (var ws = server.webSocket()) {
            ws.send("40/admin");
            assertThat(ws.text()).matches("40/admin,\\{\"sid\":\"[^\"]+\"}");
            ws.send("41/admin");
            ws.send("40/admin,");
            assertThat(ws.text()).startsWith("40/admin,{");
            ws.send("42/admin,[\"echo\",1]");
            assertThat(ws.text()).isEqualTo("42/admin,[\"echoed\",1]");
        }
    }

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
    void line_28_and_31_what_is_not_socket_io_ends_the_session_55_56(String packet) {
        try (var ws = server.joined()) {
            ws.send(packet);
            ws.closed();
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42[\"a\"]", "41", "43/admin,1[]", "42/admin,[\"echo\"]"})
    void line_28_nothing_before_connect(String packet) {
        try (var ws = server.webSocket()) {
            ws.send(packet);
            ws.closed();
        }
    }

    @Test
    void line_28_no_namespace_in_time_ends_the_session() {
        server.openPolling();
        try (var ws = server.webSocket()) {
            ws.closed();
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40[1]", "40\"x\"", "40null", "40{\"a\":}", "40{} "})
    void line_29_the_auth_payload_is_an_object(String packet) {
        try (var ws = server.webSocket()) {
            ws.send(packet);
            ws.closed();
        }
    }

    @Test
    void line_29_authentication_is_asked_per_namespace_before_anything_else() throws Exception {
        server.io
                .of("/secret")
                .authenticate(
                        handshake -> {
                            heard.add(handshake.namespace() + handshake.authJson());
                            assertThat(server.io.of("/secret").sockets()).isEmpty();
                            return Admission.accept("alice");
                        })
                .onConnect(s -> heard.add(s.attachment(String.class)));
        try (var ws = server.webSocket()) {
            ws.send("40/secret,{\"token\":\"t\"}");
            assertThat(ws.text()).startsWith("40/secret,{\"sid\"");
            assertThat(heard.take()).isEqualTo("/secret{\"token\":\"t\"}");
            assertThat(heard.take()).isEqualTo("alice");
            assertThat(server.io.of("/").sockets()).isEmpty();
        }
    }

    @Test
    void line_29_the_client_may_leave_while_it_is_asked() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        server.io
                .of("/slow")
                .authenticate(
                        _ -> {
                            asked.countDown();
                            answer.await();
                            return Admission.accept();
                        });
        try (var ws = server.joined()) {
            ws.send("40/slow");
            asked.await();
            ws.send("41/slow");
            ws.send("42[\"echo\",1]");
            assertThat(ws.text()).isEqualTo("42[\"echoed\",1]");
            answer.countDown();
            ws.send("42[\"echo\",2]");
            assertThat(ws.text()).isEqualTo("42[\"echoed\",2]");
            assertThat(server.io.of("/slow").sockets()).isEmpty();
        }
    }

    @Test
    void line_30_refusals_and_unknown_namespaces_leave_the_engine_open() {
        server.io.of("/a").authenticate(_ -> Admission.refuse("Not authorized", "{\"code\":42}"));
        server.io.of("/b").authenticate(_ -> Admission.refuse("no \"entry\""));
        server.io
                .of("/c")
                .authenticate(
                        _ -> {
                            throw new IllegalStateException("secret detail");
                        });
        server.io.onFault((_, _) -> {});
        try (var ws = server.joined()) {
            ws.send("40/a");
            assertThat(ws.text())
                    .isEqualTo("44/a,{\"message\":\"Not authorized\",\"data\":{\"code\":42}}");
            ws.send("40/b");
            assertThat(ws.text()).isEqualTo("44/b,{\"message\":\"no \\\"entry\\\"\"}");
            ws.send("40/c");
            assertThat(ws.text()).isEqualTo("44/c,{\"message\":\"internal error\"}");
            ws.send("40/x");
            assertThat(ws.text()).isEqualTo("44/x,{\"message\":\"Invalid namespace\"}");
            ws.send("42[\"echo\"]");
            assertThat(ws.text()).isEqualTo("42[\"echoed\"]");
        }
    }

    @Test
    void line_30_the_connect_reply_precedes_what_the_listener_emits() {
        server.io.of("/hello").onConnect(s -> s.emit("welcome"));
        try (var ws = server.webSocket()) {
            ws.send("40/hello");
            assertThat(ws.text()).startsWith("40/hello,");
            assertThat(ws.text()).isEqualTo("42/hello,[\"welcome\"]");
        }
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
    void line_33_placeholders_that_stand_for_nothing_end_the_session_56(String placeholder) {
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
    void line_33_attachments_that_never_come_end_the_session_56() {
        try (var ws = server.joined()) {
            ws.send("451-[\"hear\",{\"_placeholder\":true,\"num\":0}]");
            ws.closed();
        }
        TestServer.until(() -> server.io.sessions() == 0);
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
    void line_35_leaving_and_coming_back_on_one_engine() throws Exception {
        try (var ws = server.joined()) {
            var first = sockets.take();
            first.join("room");
            ws.send("41");
            ws.send("40");
            assertThat(ws.text()).startsWith("40{");
            var second = sockets.take();
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(first.connected()).isFalse();
            server.io.of("/").to("room").emit("nobody");
            second.disconnect(false);
            assertThat(ws.text()).isEqualTo("41");
            ws.send("40");
            assertThat(ws.text()).startsWith("40{");
        }
    }

    @Test
    void line_36_several_namespaces_and_patterns() throws Exception {
        server.io
                .of(name -> name.startsWith("/dyn-"))
                .onConnect(s -> heard.add(s.handshake().namespace()));
        var family = server.io.of(name -> name.equals("/__proto__"));
        try (var ws = server.joined()) {
            ws.send("40/dyn-1");
            assertThat(ws.text()).startsWith("40/dyn-1,{");
            ws.send("40/dyn-2");
            assertThat(ws.text()).startsWith("40/dyn-2,{");
            assertThat(List.of(heard.take(), heard.take()))
                    .containsExactlyInAnyOrder("/dyn-1", "/dyn-2");
            ws.send("40/__proto__");
            assertThat(ws.text()).startsWith("40/__proto__,{");
            assertThat(family.sockets()).hasSize(1);
            ws.send("41/__proto__");
            TestServer.until(() -> family.sockets().isEmpty());
            ws.send("40/" + "x".repeat(300));
            ws.closed();
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
