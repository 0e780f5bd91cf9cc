// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetUpTest {

    @Test
    void a_slip_does_not_use_up_the_set_up_token() {
        try (var server = RunningServer.with()) {
            var token = server.palabre().setUpToken().orElseThrow();
            assertThat(register(server, "boss", "short", token).status()).isEqualTo(400);
            assertThat(register(server, "The Boss", "savon au citron", token).status())
                    .isEqualTo(400);
            var made = register(server, "boss", "savon au citron", token);
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.text("/user/role")).isEqualTo("admin");
            assertThat(register(server, "boss2", "savon au citron", token).status()).isEqualTo(403);
        }
    }

    @Test
    void a_wrong_set_up_token_is_told_and_makes_nobody_even_where_registration_is_open() {
        try (var server = RunningServer.with(Map.of("registration", "open"))) {
            var refused = register(server, "boss", "savon au citron", "guess");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("/field")).isEqualTo("setupToken");
            var token = server.palabre().setUpToken().orElseThrow();
            assertThat(register(server, "boss", "savon au citron", token).text("/user/role"))
                    .isEqualTo("admin");
        }
    }

    private static Reply register(
            RunningServer server, String username, String password, String token) {
        return server.nobody()
                .post(
                        "/api/auth/register",
                        """
                        {"username": "%s", "password": "%s", "setupToken": "%s"}"""
                                .formatted(username, password, token));
    }
}
