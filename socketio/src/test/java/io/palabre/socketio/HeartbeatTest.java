// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Pings, pongs and silence. Lines are those of socketio/docs/protocol.md.
class HeartbeatTest {
    /// Where clients answer in time, however busy the machine.
    private final TestServer patient = beating(Duration.ofSeconds(5));

    /// Where clients do not answer.
    private final TestServer server = beating(Duration.ofMillis(100));

    private final LinkedBlockingQueue<String> reasons = new LinkedBlockingQueue<>();

    {
        server.io.of("/").onDisconnect((_, reason) -> reasons.add(reason));
    }

    private static TestServer beating(Duration pingTimeout) {
        return TestServer.start(
                SocketIoOptions.defaults()
                        .withPingInterval(Duration.ofMillis(400))
                        .withPingTimeout(pingTimeout));
    }

    @AfterEach
    void stop() {
        patient.close();
        server.close();
    }

    @Test
    void line_20_ping_and_pong_on_websocket() {
        try (var ws = patient.webSocket()) {
            for (var i = 0; i < 3; i++) {
                var before = System.nanoTime();
                assertThat(ws.text()).isEqualTo("2");
                assertThat(System.nanoTime() - before).isLessThan(4_000_000_000L);
                ws.send("3");
            }
        }
    }

    @Test
    void line_20_ping_and_pong_on_polling() {
        var sid = patient.openPolling();
        try (var http = patient.http()) {
            for (var i = 0; i < 3; i++) {
                assertThat(http.get(TestServer.poll(sid)).body()).isEqualTo("2");
                assertThat(http.post(TestServer.poll(sid), "3").body()).isEqualTo("ok");
            }
        }
    }

    @Test
    void line_20_other_packets_are_no_pong() throws Exception {
        try (var ws = server.joined()) {
            while (reasons.isEmpty()) {
                try {
                    ws.send("42[\"x\"]");
                } catch (java.io.UncheckedIOException gone) {
                    break;
                }
            }
            assertThat(reasons.take()).isEqualTo("ping timeout");
        }
    }

    @Test
    void line_20_silence_ends_both_transports_in_time() {
        var began = System.nanoTime();
        server.openPolling();
        try (var ws = server.webSocket()) {
            assertThat(ws.closed()).isEqualTo(1006);
        }
        TestServer.until(() -> server.io.sessions() == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(495), Duration.ofMillis(4000));
    }

    @Test
    void who_asks_for_another_heartbeat_has_it_on_both_transports() {
        var slow = new Heartbeat(Duration.ofMinutes(9), Duration.ofMinutes(8));
        var options =
                SocketIoOptions.defaults()
                        .withPingInterval(Duration.ofMillis(200))
                        .withPingTimeout(Duration.ofMillis(200))
                        .withHeartbeats(Map.of("battery", slow));
        try (var both = TestServer.start(options);
                var http = both.http();
                var ws =
                        new RawWebSocket(
                                both.port,
                                "/socket.io/?EIO=4&transport=websocket&profile=battery")) {
            assertThat(ws.text()).contains("\"pingInterval\":540000,\"pingTimeout\":480000");
            assertThat(http.get("/socket.io/?EIO=4&transport=polling&profile=battery").body())
                    .contains("\"pingInterval\":540000,\"pingTimeout\":480000");
            assertThat(http.get("/socket.io/?EIO=4&transport=polling&profile=other").body())
                    .contains("\"pingInterval\":200,\"pingTimeout\":200");
            TestServer.until(() -> both.io.sessions() == 2);
        }
    }

    @Test
    void line_20_timers_survive_the_upgrade() {
        var sid = patient.openPolling();
        try (var ws =
                new RawWebSocket(
                        patient.port, "/socket.io/?EIO=4&transport=websocket&sid=" + sid)) {
            ws.send("2probe");
            assertThat(ws.text()).isEqualTo("3probe");
            ws.send("5");
            assertThat(ws.text()).isEqualTo("2");
            ws.send("3");
            assertThat(ws.text()).isEqualTo("2");
        }
        TestServer.until(() -> patient.io.sessions() == 0);
    }
}
