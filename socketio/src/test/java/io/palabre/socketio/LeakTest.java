// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Line 43: whatever clients abandon, nothing is left of it.
@Tag("slow")
class LeakTest {
    private static final int EACH = 2_000;
    private final TestServer server =
            TestServer.start(
                    SocketIoOptions.defaults()
                            .withPingInterval(Duration.ofMillis(500))
                            .withPingTimeout(Duration.ofMillis(500))
                            .withCors(Cors.any())
                            .withTimeouts(
                                    Timeouts.defaults()
                                            .withConnect(Duration.ofMillis(500))
                                            .withUpgrade(Duration.ofMillis(500))));

    @AfterEach
    void nothing_is_left() {
        TestServer.until(() -> server.io.sessions() == 0);
        assertThat(server.io.of("/").sockets()).isEmpty();
        server.close();
    }

    private void each(Runnable abandon) {
        for (var i = 0; i < EACH; i++) {
            abandon.run();
        }
    }

    @Test
    void line_43_requests_that_make_no_session() {
        try (var http = server.http()) {
            each(() -> http.request("OPTIONS", "/socket.io/?EIO=4&transport=polling", ""));
            each(() -> http.post("/socket.io/?EIO=4&transport=polling", "x"));
            each(() -> http.request("PUT", "/socket.io/?EIO=4&transport=polling", ""));
        }
        TestServer.until(() -> server.io.sessions() == 0);
    }

    @Test
    void line_43_handshakes_without_connect() {
        try (var http = server.http()) {
            each(() -> http.get("/socket.io/?EIO=4&transport=polling"));
        }
    }

    @Test
    void line_43_aborted_upgrades() {
        each(
                () -> {
                    var sid = server.openPolling();
                    try (var ws =
                            new RawWebSocket(
                                    server.port,
                                    "/socket.io/?EIO=4&transport=websocket&sid=" + sid)) {
                        ws.send("2probe");
                    }
                });
    }

    @Test
    void line_43_connected_then_left() {
        each(
                () -> {
                    try (var ws = server.joined()) {
                        ws.send("41");
                    }
                });
    }

    @Test
    void line_43_websockets_that_fall_silent() {
        var silent = new ArrayList<RawWebSocket>();
        each(() -> silent.add(server.joined()));
        silent.forEach(RawWebSocket::closed);
        silent.forEach(RawWebSocket::close);
    }
}
