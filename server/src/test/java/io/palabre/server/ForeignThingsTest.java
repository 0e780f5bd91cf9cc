// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// What belongs to others, to those whom one keeps away, and to another server. Rows are those of
/// docs/security.md.
@TestInstance(Lifecycle.PER_CLASS)
class ForeignThingsTest {
    private final RunningServer server = RunningServer.with("awa", "ibrahim", "claire");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final Someone claire = server.signIn("claire");

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void totals_typing_presence_and_receipts_of_the_foreign_and_the_blocked_are_absent_row_46() {
        var talk = awa.talkTo(ibrahim);
        var kept = claire.talkTo(ibrahim);
        try (var stranger = TestSocket.of(server, claire);
                var reader = TestSocket.of(server, ibrahim)) {
            for (var event : List.of("join_conversation", "typing_start", "mark_as_delivered")) {
                var asked = stranger.ask(event, "\"%s\"".formatted(talk));
                assertThat(asked.at("/error/code").asText()).as(event).isEqualTo("not_found");
            }
            assertThat(claire.post("/api/users/%s/block".formatted(ibrahim.id()), "").status())
                    .isEqualTo(204);
            var number = awa.say(talk, "pour Ibrahim");
            var receipts = "/api/messages/%s-%d/receipts".formatted(talk, number);
            assertThat(claire.get(receipts).status()).isEqualTo(404);
            var typing = "\"%s\"".formatted(kept);
            reader.ask("typing_start", typing);
            reader.ask("mark_as_read", "\"%s\"".formatted(talk));
            reader.ask("set_status", "\"busy\"");
            var watched = "[\"%s\"]".formatted(ibrahim.id());
            assertThat(stranger.ask("watch_presence", watched).at("/refused")).hasSize(1);
            assertThat(claire.get("/api/users/" + ibrahim.id()).body().at("/user").has("isOnline"))
                    .isFalse();
            var mark = claire.say(claire.group("Seule"), "fin");
            stranger.await("new_message", told -> told.at("/seq").asLong() == mark);
            assertThat(stranger.heard().stream().map(TestSocket.Heard::event))
                    .doesNotContain("user_typing", "messages_read", "presence_changed");
            assertThat(stranger.heard("unread_total"))
                    .allMatch(told -> told.at("/total").asLong() == 0);
        }
        claire.delete("/api/users/%s/block".formatted(ibrahim.id()));
    }

    @Test
    void what_was_said_elsewhere_cannot_be_answered_nor_is_it_quoted_row_47() {
        var elsewhere = claire.talkTo(ibrahim);
        var secret = "%s-%d".formatted(elsewhere, claire.say(elsewhere, "en secret"));
        var talk = awa.talkTo(ibrahim);
        var wish = "{\"content\":\"ah\",\"replyTo\":\"%s\"}";
        var path = "/api/conversations/%s/messages".formatted(talk);
        var foreign = awa.post(path, wish.formatted(secret));
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(awa.post(path, wish.formatted(talk + "-999")).body());
        assertThat(ibrahim.post(path, wish.formatted(secret)).status()).isEqualTo(404);
        assertThat(awa.get(path).raw().body()).doesNotContain("secret");
    }

    @Test
    void a_token_and_the_ids_of_one_server_are_nothing_on_another_row_48() {
        var talk = awa.talkTo(ibrahim);
        awa.say(talk, "ici");
        try (var other = RunningServer.with("awa", "ibrahim")) {
            var foreigner = awa.at(other);
            var here = other.signIn("awa");
            for (var path :
                    List.of(
                            "/api/users/me",
                            "/api/users/online",
                            "/api/conversations",
                            "/api/conversations/" + talk,
                            "/api/conversations/%s/messages".formatted(talk))) {
                assertThat(foreigner.get(path).status()).as(path).isEqualTo(401);
            }
            var found = here.get("/api/conversations/" + talk);
            assertThat(found.status()).isEqualTo(404);
            assertThat(found.body())
                    .isEqualTo(here.get("/api/conversations/01ARZ3NDEKTSV4RRFFQ69G5FAV").body());
            assertThat(here.get("/api/users/" + awa.id()).status()).isEqualTo(404);
            assertThatThrownBy(
                            () ->
                                    TestSocket.anonymous(
                                            other,
                                            "{\"token\":\"%s\"}".formatted(awa.token()),
                                            Map.of()))
                    .isInstanceOf(TestSocket.NotAccepted.class)
                    .hasMessageContaining("unauthenticated");
        }
    }
}
