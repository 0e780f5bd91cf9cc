// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.e2e.clients.Rest;
import io.palabre.e2e.process.ServerProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server is killed while people are online.
class PresenceKillTest {
    private static final String ONLINE = "/api/users/online";

    @Test
    void after_a_kill_nobody_is_shown_online_who_is_not_there(@TempDir Path folder) {
        try (var server = new ServerProcess(folder)) {
            server.start();
            try (var rest = new Rest(server.url())) {
                var awa = rest.login("awa", "demo");
                rest.login("ibrahim", "demo");
                assertThat(rest.get(awa, ONLINE).body().path("total").asInt()).isEqualTo(2);

                server.kill9();
                server.start();

                var after = rest.get(awa, ONLINE).body();
                assertThat(after.path("total").asInt()).isZero();
                assertThat(after.path("users")).isEmpty();
                assertThat(rest.post(awa, "/api/users/heartbeat", "").status()).isEqualTo(200);
                assertThat(rest.get(awa, ONLINE).body().at("/users/0/username").asText())
                        .isEqualTo("awa");
            }
        }
    }
}
