// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone.Reply;
import io.palabre.server.testing.TestSocket;
import io.palabre.server.testing.TestSocket.NotAccepted;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Signing in and out, over REST and sockets.
class SignInTest {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final RunningServer server =
            RunningServer.with(Map.of("limits.exempt", ""), "awa", "ibrahim");

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply login(String username, String password) {
        return server.nobody()
                .post(
                        "/api/auth/login",
                        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_refused_alike() {
        var wrong = login("awa", "not it");
        var unknown = login("nobody-here", "not it");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("wrong_credentials");
        assertThat(unknown.raw().body()).isEqualTo(wrong.raw().body());
        assertThat(unknown.raw().headers().map().keySet())
                .isEqualTo(wrong.raw().headers().map().keySet());
    }

    @Test
    void the_sixth_wrong_password_for_an_account_is_throttled_but_not_its_owner_elsewhere() {
        server.signIn("awa"); // from here she is known
        for (int i = 0; i < 5; i++) assertThat(login("ibrahim", "no").status()).isEqualTo(401);
        var sixth = login("ibrahim", RunningServer.password());
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(Long.parseLong(sixth.header("Retry-After"))).isPositive();
        assertThat(login("awa", RunningServer.password()).status()).isEqualTo(200);
    }

    @Test
    void one_password_tried_on_many_accounts_from_one_address_is_throttled_from_the_twentieth_on() {
        for (int i = 0; i < 20; i++) {
            assertThat(login("person" + i, "summer").status()).isEqualTo(401);
        }
        assertThat(login("person20", "summer").status()).isEqualTo(429);
    }

    @Test
    void a_password_of_megabytes_is_refused_before_it_is_hashed() {
        assertThat(login("awa", "x".repeat(5_000_000)).status()).isEqualTo(413);
        assertThat(login("awa", "x".repeat(1_025)).status()).isEqualTo(400);
    }

    @Test
    void the_cookie_is_for_this_site_and_not_for_scripts() {
        var cookie = login("awa", RunningServer.password()).header("Set-Cookie");
        assertThat(cookie)
                .startsWith("palabre_session=")
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");
    }

    @Test
    void behind_https_the_cookie_is_secure_and_bound_to_the_host() {
        try (var behind = RunningServer.with(Map.of("url", "https://chat.example.org"), "awa")) {
            var reply =
                    behind.nobody()
                            .post(
                                    "/api/auth/login",
                                    "{\"username\":\"awa\",\"password\":\"%s\"}"
                                            .formatted(RunningServer.password()));
            assertThat(reply.header("Set-Cookie"))
                    .startsWith("__Host-palabre_session=")
                    .contains("Secure");
            assertThat(reply.header("Strict-Transport-Security")).isNotEmpty();
        }
    }

    @Test
    void with_the_cookie_another_site_changes_nothing() {
        var browser = server.signIn("awa").asBrowser();
        var update = "{\"statusText\":\"là\"}";
        var evil = browser.with("Origin", "https://evil.example");
        assertThat(evil.patch("/api/users/me", update).code()).isEqualTo("cross_site");
        assertThat(
                        browser.with("Sec-Fetch-Site", "cross-site")
                                .patch("/api/users/me", update)
                                .status())
                .isEqualTo(403);
        assertThat(browser.with("Origin", "null").patch("/api/users/me", update).status())
                .isEqualTo(403);
        assertThat(browser.with("Origin", server.origin()).patch("/api/users/me", update).status())
                .isEqualTo(200);
    }

    @Test
    void every_route_that_changes_something_refuses_the_cookie_of_another_site() {
        var evil = server.signIn("awa").asBrowser().with("Origin", "https://evil.example");
        for (var route : server.palabre().routes()) {
            if (route.method().name().equals("GET")) continue;
            var path = route.path().replaceAll("\\{[a-zA-Z]+}", "01ARZ3NDEKTSV4RRFFQ69G5FAV");
            assertThat(evil.send(route.method().name(), path, "{}").code())
                    .as(route.method() + " " + path)
                    .isEqualTo("cross_site");
        }
    }

    @Test
    void logging_out_ends_the_session_and_its_sockets_within_a_second_and_no_others() {
        var phone = server.signIn("awa");
        var laptop = server.signIn("awa");
        try (var onPhone = TestSocket.of(server, phone);
                var onLaptop = TestSocket.of(server, laptop)) {
            assertThat(phone.post("/api/auth/logout", "").status()).isEqualTo(204);
            onPhone.awaitEnd(A_SECOND);
            assertThat(phone.get("/api/auth/session").status()).isEqualTo(401);
            assertThat(laptop.get("/api/auth/session").text("/user/username")).isEqualTo("awa");
            assertThat(onLaptop.ask("sync", "{\"cursors\":{}}").at("/ok").asBoolean()).isTrue();
        }
    }

    @Test
    void a_session_elsewhere_is_listed_and_can_be_ended() {
        var here = server.signIn("awa");
        var there = server.signIn("awa");
        var other = there.get("/api/auth/session").text("/session/id");
        try (var socket = TestSocket.of(server, there)) {
            var all = here.get("/api/auth/sessions").body().at("/sessions");
            assertThat(all).hasSize(2);
            assertThat(server.signIn("ibrahim").delete("/api/auth/sessions/" + other).status())
                    .isEqualTo(404);
            assertThat(here.delete("/api/auth/sessions/" + other).status()).isEqualTo(204);
            socket.awaitEnd(A_SECOND);
        }
        assertThat(there.get("/api/auth/session").status()).isEqualTo(401);
        assertThat(here.get("/api/auth/session").status()).isEqualTo(200);
    }

    @Test
    void a_changed_password_ends_every_other_session_and_socket() {
        var here = server.signIn("awa");
        var there = server.signIn("awa");
        try (var socket = TestSocket.of(server, there)) {
            var wrong =
                    here.post(
                            "/api/auth/password",
                            "{\"currentPassword\":\"no\",\"newPassword\":\"a brand new one\"}");
            assertThat(wrong.code()).isEqualTo("wrong_credentials");
            var changed =
                    here.post(
                            "/api/auth/password",
                            "{\"currentPassword\":\"%s\",\"newPassword\":\"a brand new one\"}"
                                    .formatted(RunningServer.password()));
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.text("/token")).isNotEqualTo(here.token());
            socket.awaitEnd(A_SECOND);
        }
        assertThat(there.get("/api/auth/session").status()).isEqualTo(401);
        assertThat(here.get("/api/auth/session").status()).isEqualTo(401);
        assertThat(login("awa", "a brand new one").status()).isEqualTo(200);
    }

    @Test
    void registration_is_closed_unless_it_was_opened() {
        var wish = "{\"username\":\"nadia\",\"password\":\"savon au citron\"}";
        assertThat(server.nobody().post("/api/auth/register", wish).code())
                .isEqualTo("registration_closed");
        try (var open = RunningServer.with(Map.of("registration", "open"), "awa")) {
            var made = open.nobody().post("/api/auth/register", wish);
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.text("/user/role")).isEqualTo("user");
            assertThat(open.nobody().post("/api/auth/register", wish).code())
                    .isEqualTo("username_taken");
        }
    }

    @Test
    void the_first_administrator_is_made_once_with_the_token_that_the_start_showed() {
        try (var empty = RunningServer.with()) {
            var token = empty.palabre().setUpToken().orElseThrow();
            var wish =
                    "{\"username\":\"%s\",\"password\":\"savon au citron\",\"setupToken\":\"%s\"}";
            assertThat(empty.nobody().get("/api/health").text("/registration")).isEqualTo("setup");
            assertThat(
                            empty.nobody()
                                    .post("/api/auth/register", wish.formatted("eve", "guess"))
                                    .status())
                    .isEqualTo(403);
            var made = empty.nobody().post("/api/auth/register", wish.formatted("nadia", token));
            assertThat(made.text("/user/role")).isEqualTo("admin");
            assertThat(
                            empty.nobody()
                                    .post("/api/auth/register", wish.formatted("eve", token))
                                    .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void nobody_makes_themselves_an_administrator() {
        var reply = server.signIn("awa").patch("/api/users/me", "{\"role\":\"admin\"}");
        assertThat(reply.code()).isEqualTo("unknown_field");
    }

    @Test
    void a_bad_token_is_not_let_in() {
        assertThatThrownBy(() -> TestSocket.anonymous(server, "{\"token\":\"wrong\"}", Map.of()))
                .isInstanceOfSatisfying(
                        NotAccepted.class,
                        e ->
                                assertThat(e.error().at("/data/code").asText())
                                        .isEqualTo("unauthenticated"));
    }

    @Test
    void an_anonymous_socket_may_only_authenticate() {
        var awa = server.signIn("awa");
        try (var socket = TestSocket.anonymous(server, "", Map.of())) {
            assertThat(socket.ask("sync", "{\"cursors\":{}}").at("/error/code").asText())
                    .isEqualTo("unauthenticated");
            assertThat(socket.ask("authenticate", "\"wrong\"").at("/ok").asBoolean()).isFalse();
            var ack = socket.ask("authenticate", "{\"token\":\"%s\"}".formatted(awa.token()));
            assertThat(ack.at("/user/username").asText()).isEqualTo("awa");
            socket.await("authenticated");
            assertThat(socket.ask("sync", "{\"cursors\":{}}").at("/ok").asBoolean()).isTrue();
        }
    }

    @Test
    void an_anonymous_socket_is_closed_after_ten_seconds() {
        try (var socket = TestSocket.anonymous(server, "", Map.of())) {
            socket.awaitEnd(Duration.ofSeconds(12));
        }
    }

    @Test
    void a_socket_takes_the_cookie_from_our_own_pages_only() {
        var cookie = Map.of("Cookie", "palabre_session=" + server.signIn("awa").token());
        try (var ours = TestSocket.anonymous(server, "", with(cookie, "Origin", server.origin()))) {
            ours.await("authenticated");
        }
        assertThatThrownBy(
                        () ->
                                TestSocket.anonymous(
                                        server, "", with(cookie, "Origin", "https://evil.example")))
                .rootCause()
                .hasMessageContaining("403");
        assertThatThrownBy(() -> TestSocket.anonymous(server, "", cookie))
                .rootCause()
                .hasMessageContaining("403");
    }

    private static Map<String, String> with(Map<String, String> map, String key, String value) {
        var more = new HashMap<>(map);
        more.put(key, value);
        return more;
    }
}
