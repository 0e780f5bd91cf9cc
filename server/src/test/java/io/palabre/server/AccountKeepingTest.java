// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Administrators keep the accounts of others while the server runs.
@TestInstance(Lifecycle.PER_CLASS)
class AccountKeepingTest {
    private static final String HERE = "/api/admin/users";
    private static final String SECRET = "savon au citron";

    private final RunningServer server = RunningServer.with("administrator", "awa");
    private final Someone administrator = server.signIn("administrator");

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void who_is_given_an_account_signs_in_with_it() {
        var made =
                administrator.post(
                        HERE,
                        """
                        {"username": "fatou", "displayName": "Fatou", "password": "%s",
                         "role": "moderator"}"""
                                .formatted(SECRET));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/user/role")).isEqualTo("moderator");
        var fatou = server.signIn("fatou", SECRET);
        assertThat(fatou.get("/api/users/me").text("/user/displayName")).isEqualTo("Fatou");
    }

    @Test
    void an_account_without_a_password_is_used_with_a_token_of_the_operator() {
        administrator.post(HERE, "{\"username\": \"robot\"}");
        assertThat(login("robot", "").code()).isEqualTo("wrong_credentials");
        var opened = server.operator().post(HERE + "/robot/sessions", "");
        var robot = server.holding(opened.text("/token"));
        assertThat(robot.get("/api/users/me").text("/user/username")).isEqualTo("robot");
    }

    @Test
    void of_many_those_that_cannot_be_made_are_named_and_the_others_are_made() {
        var answer =
                administrator.post(
                        HERE + "/batch",
                        """
                        {"users": [{"username": "one"}, {"username": "awa"}, {"username": "No!"},
                                   {"username": "two", "role": "king"}, {"username": "three"}]}""");
        assertThat(answer.body().at("/made").findValuesAsText("username"))
                .containsExactly("one", "three");
        assertThat(answer.body().at("/refused").findValuesAsText("username"))
                .containsExactly("awa", "No!", "two");
        assertThat(answer.text("/refused/0/error/code")).isEqualTo("username_taken");
        assertThat(answer.text("/refused/1/error/message")).contains("small letters");
    }

    @Test
    void who_is_disabled_is_out_at_once_and_stays_out_until_enabled() {
        add("leaver");
        var leaver = server.signIn("leaver", SECRET);
        try (var socket = TestSocket.of(server, leaver)) {
            administrator.patch(HERE + "/leaver", "{\"disabled\": true}");
            socket.awaitEnd(Duration.ofSeconds(5));
        }
        assertThat(leaver.get("/api/users/me").status()).isEqualTo(401);
        assertThat(login("leaver", SECRET).code()).isEqualTo("account_disabled");
        assertThat(login("leaver", "something else").code()).isEqualTo("wrong_credentials");
        var session = server.operator().post(HERE + "/leaver/sessions", "");
        assertThat(session.code()).isEqualTo("account_disabled");
        administrator.patch(HERE + "/leaver", "{\"disabled\": false}");
        assertThat(login("leaver", SECRET).status()).isEqualTo(200);
    }

    @Test
    void who_gets_another_password_is_signed_out_and_signs_in_with_it() {
        add("forgetful");
        var before = server.signIn("forgetful", SECRET);
        var short7 = administrator.patch(HERE + "/forgetful", "{\"password\": \"1234567\"}");
        assertThat(short7.status()).isEqualTo(400);
        administrator.patch(HERE + "/forgetful", "{\"password\": \"un autre savon\"}");
        assertThat(before.get("/api/users/me").status()).isEqualTo(401);
        assertThat(login("forgetful", SECRET).status()).isEqualTo(401);
        assertThat(login("forgetful", "un autre savon").status()).isEqualTo(200);
    }

    @Test
    void nobody_takes_the_role_from_themselves() {
        var own = HERE + "/administrator";
        assertThat(administrator.patch(own, "{\"role\": \"user\"}").status()).isEqualTo(403);
        assertThat(administrator.patch(own, "{\"disabled\": true}").status()).isEqualTo(403);
        assertThat(administrator.get(own).text("/user/role")).isEqualTo("admin");
    }

    @Test
    void the_last_administrator_stays_one_whoever_asks() {
        var own = HERE + "/administrator";
        for (var change : List.of("{\"role\": \"user\"}", "{\"disabled\": true}")) {
            var refused = server.operator().patch(own, change);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("last_administrator");
        }
        assertThat(administrator.get(own).text("/user/role")).isEqualTo("admin");
    }

    private void add(String username) {
        administrator.post(
                HERE, "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, SECRET));
    }

    private Someone.Reply login(String username, String password) {
        return server.nobody()
                .post(
                        "/api/auth/login",
                        "{\"username\": \"%s\", \"password\": \"%s\"}"
                                .formatted(username, password));
    }
}
