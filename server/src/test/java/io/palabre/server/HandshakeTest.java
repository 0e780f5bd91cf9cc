// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.palabre.server.testing.Contract;
import io.palabre.server.testing.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The handshake tells each client how often it is pinged.
class HandshakeTest {
    private final RunningServer server = RunningServer.with();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_pulled_cable_is_noticed_within_eighteen_seconds_of_a_ping() {
        assertPinged(handshake(""), 10_000, 8_000);
        assertPinged(handshake("&profile=unheard-of"), 10_000, 8_000);
    }

    @Test
    void who_asks_for_it_is_pinged_seldom_to_spare_the_battery() {
        assertPinged(handshake("&profile=battery"), 25_000, 20_000);
    }

    private static void assertPinged(JsonNode handshake, int every, int within) {
        assertThat(handshake.path("pingInterval").asInt()).isEqualTo(every);
        assertThat(handshake.path("pingTimeout").asInt()).isEqualTo(within);
    }

    private JsonNode handshake(String query) {
        var open = server.nobody().get("/socket.io/?EIO=4&transport=polling" + query);
        assertThat(open.status()).isEqualTo(200);
        assertThat(open.raw().body()).startsWith("0{");
        return Contract.json(open.raw().body().substring(1));
    }
}
