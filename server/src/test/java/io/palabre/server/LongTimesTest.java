// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.MovableTime;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Presence over minutes, with a clock that is put forward.
class LongTimesTest {
    private final MovableTime time = new MovableTime();
    private final RunningServer server =
            RunningServer.at(time, Map.of(), "awa", "claire", "administrator");
    private final Someone awa = server.signIn("awa");
    private final Someone operator = server.signIn("administrator");
    private final TestSocket claire = TestSocket.of(server, server.signIn("claire"));

    @AfterEach
    void stop() {
        claire.close();
        server.close();
    }

    @Test
    void a_heartbeat_counts_for_75_seconds() {
        claire.ask("watch_presence", "[\"%s\"]".formatted(awa.id()));
        pass(Duration.ofSeconds(50));
        awa.post("/api/users/heartbeat", "");
        pass(Duration.ofSeconds(74));
        assertThat(isOnline()).isTrue();
        assertThat(claire.heard("presence_changed")).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(claire.await("presence_changed").at("/isOnline").asBoolean()).isFalse();
        assertThat(isOnline()).isFalse();
    }

    @Test
    void who_does_nothing_for_five_minutes_is_away_until_they_do_something() {
        try (var socket = TestSocket.of(server, awa)) {
            claire.ask("watch_presence", "[\"%s\"]".formatted(awa.id()));
            pass(Duration.ofMinutes(5).minusSeconds(2));
            socket.ask("heartbeat", "{\"idleMs\":298000}");
            pass(Duration.ofSeconds(1));
            assertThat(claire.heard("presence_changed")).isEmpty();
            pass(Duration.ofSeconds(2));
            var away = claire.await("presence_changed");
            assertThat(away.at("/status").asText()).isEqualTo("away");
            assertThat(away.at("/isOnline").asBoolean()).isTrue();
            socket.ask("heartbeat", "");
            claire.await(
                    "presence_changed", data -> data.at("/status").asText().equals("available"));
        }
    }

    private boolean isOnline() {
        return operator.get("/api/users/" + awa.id()).body().at("/user/isOnline").asBoolean();
    }

    private void pass(Duration by) {
        time.move(by);
        assertThat(operator.post("/api/admin/presence/stale", "").status()).isEqualTo(200);
    }
}
