// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Pages of other sites: those that `cors.origins` names may call with a token, others may not.
/// Rows are those of docs/security.md.
@TestInstance(Lifecycle.PER_CLASS)
class OtherSitesTest {
    private static final String NAMED = "https://shop.example";
    private static final String EVIL = "https://shop.example.evil.example";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private final RunningServer server = RunningServer.with(Map.of("cors.origins", NAMED), "awa");
    private final Someone awa = server.signIn("awa");

    @AfterAll
    void stop() {
        server.close();
    }

    private Someone.Reply preflight(String origin) {
        return server.nobody()
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "PATCH")
                .with("Access-Control-Request-Headers", "authorization,content-type")
                .send("OPTIONS", "/api/users/me", "");
    }

    @Test
    void a_named_site_may_call_with_a_token_and_no_other_row_83() {
        var asked = preflight(NAMED);
        assertThat(asked.header(ALLOWED)).isEqualTo(NAMED);
        assertThat(asked.header("Access-Control-Allow-Methods")).contains("PATCH");
        assertThat(asked.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT))
                .contains("authorization");
        assertThat(awa.with("Origin", NAMED).get("/api/users/me").header(ALLOWED)).isEqualTo(NAMED);
        assertThat(preflight(EVIL).header(ALLOWED)).isEmpty();
        assertThat(awa.with("Origin", EVIL).get("/api/users/me").header(ALLOWED)).isEmpty();
    }

    @Test
    void the_apps_own_page_is_served_as_ever_where_other_sites_are_named() {
        var own = server.address("").toString();
        var words =
                "{\"username\":\"awa\",\"password\":\"%s\"}".formatted(RunningServer.password());
        var signedIn = server.nobody().with("Origin", own).post("/api/auth/login", words);
        assertThat(signedIn.status()).isEqualTo(200);
        var page = awa.asBrowser().with("Origin", own);
        assertThat(page.patch("/api/users/me", "{\"statusText\":\"x\"}").status()).isEqualTo(200);
    }

    @Test
    void the_cookie_is_for_pages_of_the_server_alone() {
        var browser = awa.asBrowser().with("Origin", NAMED);
        var answer = browser.patch("/api/users/me", "{\"statusText\":\"x\"}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(browser.get("/api/users/me").status()).isEqualTo(401);
        assertThat(awa.asBrowser().get("/api/users/me").status()).isEqualTo(200);
    }

    @Test
    void pages_of_a_named_site_may_ask_with_credentials_and_no_other_row_83() {
        var credentials = "Access-Control-Allow-Credentials";
        assertThat(preflight(NAMED).header(credentials)).isEqualTo("true");
        assertThat(awa.with("Origin", NAMED).get("/api/users/me").header(credentials))
                .isEqualTo("true");
        var poll = "/socket.io/?EIO=4&transport=polling";
        assertThat(server.nobody().with("Origin", NAMED).get(poll).header(credentials))
                .isEqualTo("true");
        assertThat(preflight(EVIL).header(credentials)).isEmpty();
    }

    @Test
    void sockets_of_a_named_site_are_let_in_and_of_others_are_not_row_64() {
        var auth = "{\"token\":\"%s\"}".formatted(awa.token());
        try (var socket = TestSocket.anonymous(server, auth, Map.of("Origin", NAMED))) {
            assertThat(socket.await("authenticated").at("/user/id").asText()).isEqualTo(awa.id());
        }
        assertThatThrownBy(() -> TestSocket.anonymous(server, auth, Map.of("Origin", EVIL)))
                .hasStackTraceContaining("WebSocketHandshakeException");
    }
}
