// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A status that is set while devices of the same person come and call: the last one stored holds.
class StatusAtOnceTest {
    private static final int ROUNDS = 50;

    private final RunningServer server = RunningServer.with("awa", "ibrahim");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_last_one_stored_is_the_one_that_is_seen() {
        try (var desk = TestSocket.of(server, awa)) {
            for (int round = 0; round < ROUNDS; round++) {
                var status = round % 2 == 0 ? "busy" : "available";
                var coming = CompletableFuture.supplyAsync(() -> TestSocket.of(server, awa));
                var calling =
                        CompletableFuture.supplyAsync(() -> awa.post("/api/users/heartbeat", ""));
                desk.ask("set_status", "\"%s\"".formatted(status));
                assertThat(calling.join().status()).isEqualTo(200);
                try (var phone = coming.join()) {
                    assertThat(phone.ask("heartbeat", "").at("/ok").asBoolean()).isTrue();
                    assertThat(ibrahim.get("/api/users/" + awa.id()).text("/user/status"))
                            .as("round %d", round)
                            .isEqualTo(status);
                }
            }
        }
    }
}
