// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.e2e.clients.NodePackages;
import io.palabre.e2e.process.Leash;
import io.palabre.socketio.NetworkIo;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The JavaScript client that everybody uses.
class SocketIoClientTest {
    private final Vertx vertx = NetworkIo.BEST.create(Vertx.builder());

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket", "upgrading"})
    void the_real_client_gets_along(String transport) throws Exception {
        var server = Conformance.start(vertx, 0, Duration.ofSeconds(5));
        var node =
                new ProcessBuilder(
                                "node",
                                NodePackages.script("../conformance/client.mjs").toString(),
                                "http://localhost:" + server.actualPort(),
                                transport)
                        .redirectErrorStream(true)
                        .start();
        try (var _ = new Leash(node)) {
            var said = node.inputReader(StandardCharsets.UTF_8).readAllAsString();
            assertThat(said).contains("all well over " + transport);
            assertThat(node.waitFor()).isZero();
        }
    }
}
