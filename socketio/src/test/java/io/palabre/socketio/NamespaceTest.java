// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Namespaces: coming, being let in, leaving. Lines are those of socketio/docs/protocol.md.
class NamespaceTest extends Talk {
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
}
