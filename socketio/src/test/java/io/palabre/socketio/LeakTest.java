// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever clients abandon, nothing is left of it. Lines are those of socketio/docs/protocol.md.
@Tag("slow")
class LeakTest {
    private static final int EACH = 2_000;
    private static final int FIRST = 200;

    /// Of each connection that was abandoned; a session that is forgotten holds several times that.
    private static final int MOST_BYTES_LEFT = 400;

    private final TestServer server =
            TestServer.start(
                    SocketIoOptions.defaults()
                            .withPingInterval(Duration.ofSeconds(1))
                            .withPingTimeout(Duration.ofSeconds(1))
                            .withCors(Cors.any())
                            .withTimeouts(
                                    Timeouts.defaults()
                                            .withConnect(Duration.ofSeconds(2))
                                            .withUpgrade(Duration.ofMillis(500))));

    private long heapBefore;

    @AfterEach
    void nothing_is_left() {
        TestServer.until(() -> server.io.sessions() == 0);
        assertThat(server.io.of("/").sockets()).isEmpty();
        TestServer.until(() -> heap() - heapBefore < EACH * MOST_BYTES_LEFT);
        server.close();
    }

    /// The first ones make what is made once.
    private void each(Runnable abandon) {
        for (var i = 0; i < FIRST; i++) {
            abandon.run();
        }
        if (heapBefore == 0) {
            TestServer.until(() -> server.io.sessions() == 0);
            heapBefore = heap();
        }
        for (var i = 0; i < EACH; i++) {
            abandon.run();
        }
    }

    /// Bytes in use after a collection.
    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
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
        silent.clear();
    }
}
