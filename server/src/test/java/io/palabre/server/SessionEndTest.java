// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.Contract;
import io.palabre.server.testing.MovableTime;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A session expires while its socket is open. Rows are those of docs/security.md.
class SessionEndTest {
    private static final Duration LIFE = Duration.ofDays(30);

    private final MovableTime time = new MovableTime();
    private final RunningServer server = RunningServer.at(time, Map.of(), "awa", "claire");
    private final Someone awa = server.signIn("awa");
    private final TestSocket socket = TestSocket.of(server, awa);

    @AfterEach
    void stop() {
        socket.close();
        server.close();
    }

    @Test
    void the_socket_is_told_a_minute_before_and_ends_with_the_session_row_27() {
        pass(LIFE.minusSeconds(70));
        assertThat(socket.heard("auth_expiring")).isEmpty();
        pass(Duration.ofSeconds(20));
        var expiring = socket.await("auth_expiring");
        Contract.read().checkEvent("auth_expiring", expiring);
        var left = Duration.between(time.now(), Instant.parse(expiring.at("/expiresAt").asText()));
        assertThat(left).isBetween(Duration.ZERO, Duration.ofSeconds(60));
        pass(Duration.ofSeconds(51));
        socket.awaitEnd(Duration.ofSeconds(5));
        assertThat(socket.heard("auth_expiring")).hasSize(1);
        assertThat(awa.get("/api/users/me").status()).isEqualTo(401);
    }

    @Test
    void who_authenticates_in_time_stays() {
        pass(LIFE.minusSeconds(30));
        socket.await("auth_expiring");
        var answer = socket.ask("authenticate", "\"%s\"".formatted(awa.token()));
        assertThat(answer.at("/ok").asBoolean()).isTrue();
        pass(Duration.ofSeconds(60));
        assertThat(socket.ask("heartbeat", "").at("/ok").asBoolean()).isTrue();
        pass(LIFE);
        socket.awaitEnd(Duration.ofSeconds(5));
    }

    @Test
    void who_authenticates_as_somebody_else_is_sent_away_row_27() {
        var claire = server.signIn("claire");
        var asked = socket.askLater("authenticate", "\"%s\"".formatted(claire.token()));
        socket.awaitEnd(Duration.ofSeconds(5));
        assertThat(asked.state()).isNotEqualTo(Future.State.SUCCESS);
        assertThat(awa.get("/api/users/me").status()).isEqualTo(200);
    }

    /// Somebody who comes then lets the server look at its clock.
    private void pass(Duration by) {
        time.move(by);
        TestSocket.of(server, server.signIn("claire")).close();
    }
}
