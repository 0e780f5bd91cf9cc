// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From polling to WebSocket, with nothing lost and nothing twice. Lines are those of
/// socketio/docs/protocol.md.
class UpgradeTest {
    private final TestServer server =
            TestServer.spread(
                    SocketIoOptions.defaults()
                            .withTimeouts(Timeouts.defaults().withUpgrade(Duration.ofSeconds(3))),
                    2);
    private final RawHttp http = server.http();

    {
        server.io.of("/").on("echo", in -> in.socket().emit("echoed", in));
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private String joined() {
        var sid = server.openPolling();
        http.post(TestServer.poll(sid), "40");
        assertThat(http.get(TestServer.poll(sid)).body()).startsWith("40{");
        return sid;
    }

    private RawWebSocket probing(String sid) {
        return new RawWebSocket(server.port, "/socket.io/?EIO=4&transport=websocket&sid=" + sid);
    }

    private static RawWebSocket probed(RawWebSocket ws) {
        ws.send("2probe");
        assertThat(ws.text()).isEqualTo("3probe");
        return ws;
    }

    @Test
    void line_21_pending_and_later_polls_are_answered_with_noop_until_the_switch() {
        var sid = joined();
        http.send("GET", TestServer.poll(sid), "");
        try (var ws = probing(sid)) {
            probed(ws);
            assertThat(http.reply().body()).isEqualTo("6");
            assertThat(http.get(TestServer.poll(sid)).body()).isEqualTo("6");
            ws.send("5");
            ws.send("42[\"echo\",1]");
            assertThat(ws.text()).isEqualTo("42[\"echoed\",1]");
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void line_21_order_and_exactly_once_across_the_switch_with_traffic_both_ways()
            throws Exception {
        for (var round = 0; round < 20; round++) {
            var received = new LinkedBlockingQueue<String>();
            var sid = joined();
            var socket = server.io.of("/").sockets().iterator().next();
            socket.on("up", in -> received.add(in.arg(0)));
            var emitting =
                    Thread.startVirtualThread(
                            () -> {
                                for (var i = 0; i < 300; i++) {
                                    socket.emit("n", i);
                                }
                            });
            http.post(TestServer.poll(sid), "42[\"up\",0]\u001e42[\"up\",1]");
            try (var ws = probed(probing(sid))) {
                ws.send("5");
                ws.send("42[\"up\",2]");
                emitting.join();
                var expected = new ArrayList<String>();
                var got = new ArrayList<String>();
                for (var i = 0; i < 300; i++) {
                    expected.add("42[\"n\"," + i + "]");
                    got.add(ws.text());
                }
                assertThat(got).isEqualTo(expected);
                assertThat(received.take() + received.take() + received.take()).isEqualTo("012");
            }
            TestServer.until(() -> server.io.of("/").sockets().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3probe", "4hello", "2", "5", "x"})
    void line_22_anything_else_closes_the_probe_only(String packet) {
        var sid = joined();
        try (var ws = probing(sid)) {
            ws.send(packet);
            ws.closed();
        }
        http.post(TestServer.poll(sid), "42[\"echo\",1]");
        assertThat(http.get(TestServer.poll(sid)).body()).isEqualTo("42[\"echoed\",1]");
    }

    @Test
    void line_22_a_probe_that_dies_leaves_the_session_polling() {
        var sid = joined();
        probed(probing(sid)).close();
        TestServer.until(() -> polls(sid));
    }

    @Test
    void line_22_a_probe_that_dawdles_is_closed_and_the_session_goes_on() {
        var sid = joined();
        try (var slow = probed(probing(sid))) {
            slow.closed();
        }
        assertThat(polls(sid)).isTrue();
    }

    private boolean polls(String sid) {
        http.post(TestServer.poll(sid), "42[\"echo\",1]");
        return http.get(TestServer.poll(sid)).body().contains("42[\"echoed\",1]");
    }

    @Test
    void line_23_a_second_websocket_is_closed_and_the_first_unaffected() {
        var sid = joined();
        try (var ws = probed(probing(sid))) {
            try (var second = probing(sid)) {
                assertThat(second.answer).startsWith("HTTP/1.1 101");
                assertThat(second.closed()).isEqualTo(1000);
            }
            ws.send("5");
            ws.send("42[\"echo\",1]");
            assertThat(ws.text()).isEqualTo("42[\"echoed\",1]");
            try (var third = probing(sid)) {
                assertThat(third.closed()).isEqualTo(1000);
            }
            assertThat(http.get(TestServer.poll(sid)).status()).isEqualTo(400);
            assertThat(http.post(TestServer.poll(sid), "42[\"echo\",9]").status()).isEqualTo(400);
            ws.send("42[\"echo\",2]");
            assertThat(ws.text()).isEqualTo("42[\"echoed\",2]");
        }
    }

    @Test
    void line_24_messages_between_probe_and_switch_are_held_for_the_websocket() {
        var sid = joined();
        var socket = server.io.of("/").sockets().iterator().next();
        try (var ws = probed(probing(sid))) {
            socket.emit("held", 1);
            assertThat(http.get(TestServer.poll(sid)).body()).isEqualTo("6");
            ws.send("5");
            assertThat(ws.text()).isEqualTo("42[\"held\",1]");
        }
    }

    @Test
    void line_24_the_session_may_close_during_the_probe() {
        var sid = joined();
        try (var ws = probed(probing(sid))) {
            http.post(TestServer.poll(sid), "1");
            ws.closed();
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void line_24_who_changes_over_while_the_server_closes_hears_all_and_then_the_end() {
        var sid = joined();
        var socket = server.io.of("/").sockets().iterator().next();
        try (var ws = probed(probing(sid))) {
            socket.emit("last", 1);
            socket.disconnect(true);
            ws.send("5");
            assertThat(ws.text()).isEqualTo("42[\"last\",1]");
            ws.closed();
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void line_24_the_server_may_close_during_the_upgrade() {
        var sid = joined();
        var socket = server.io.of("/").sockets().iterator().next();
        try (var ws = probed(probing(sid))) {
            socket.disconnect(true);
            assertThat(http.get(TestServer.poll(sid)).body()).isEqualTo("41\u001e1");
            ws.closed();
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }
}
