// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How people arrange conversations for themselves, by REST and on all their devices.
class MyPartTest {
    private static final String ALWAYS = "\"9999-12-31T00:00:00Z\"";

    private final RunningServer server = RunningServer.with("awa", "ibrahim");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final String talk = awa.talkTo(ibrahim);

    @AfterEach
    void stop() {
        server.close();
    }

    private Someone.Reply arrange(String wish) {
        return awa.patch("/api/conversations/%s/me".formatted(talk), wish);
    }

    private long unreadTotal() {
        return awa.get("/api/conversations").number("/unreadTotal");
    }

    @Test
    void what_is_arranged_on_one_device_is_so_on_the_others_and_nobody_elses() {
        try (var desk = TestSocket.of(server, awa);
                var other = TestSocket.of(server, ibrahim)) {
            arrange("{\"pinned\":true,\"draft\":\"Je pense\"}");
            var told = desk.await("conversation_me");
            assertThat(told.at("/me/pinned").asBoolean()).isTrue();
            assertThat(told.at("/me/draft").asText()).isEqualTo("Je pense");
            arrange("{\"draft\":\"\",\"markedUnread\":true}");
            var later = desk.await("conversation_me", e -> e.at("/me/markedUnread").asBoolean());
            assertThat(later.at("/me").has("draft")).isFalse();
            assertThat(later.at("/me/pinned").asBoolean()).isTrue();
            awa.say(talk, "lu");
            desk.await("conversation_me", e -> !e.at("/me/markedUnread").asBoolean());
            other.await("new_message");
            assertThat(other.heard("conversation_me")).isEmpty();
        }
        var missed = awa.post("/api/sync", "{\"ownSeq\":1,\"cursors\":{}}").body();
        assertThat(missed.at("/pages/0/events")).isNotEmpty();
        assertThat(missed.at("/pages/0/events/0/event").asText()).isEqualTo("conversation_me");
    }

    @Test
    void muted_and_archived_conversations_are_in_no_total() {
        ibrahim.say(talk, "un");
        assertThat(unreadTotal()).isEqualTo(1);
        try (var socket = TestSocket.of(server, awa)) {
            arrange("{\"mutedUntil\":%s}".formatted(ALWAYS));
            assertThat(unreadTotal()).isZero();
            socket.await(
                    "unread_total", t -> t.has("conversationId") && t.at("/total").asInt() == 0);
        }
        var me = awa.get("/api/conversations/" + talk).body().at("/me");
        assertThat(me.at("/mutedUntil").asText()).isEqualTo("9999-12-31T00:00:00Z");
        assertThat(me.at("/unreadCount").asInt()).isEqualTo(1);
        assertThat(arrange("{\"mutedUntil\":null}").body().at("/me").has("mutedUntil")).isFalse();
        assertThat(unreadTotal()).isEqualTo(1);
        arrange("{\"archived\":true}");
        assertThat(unreadTotal()).isZero();
    }

    @Test
    void a_message_takes_it_out_of_the_archive_unless_it_is_muted() {
        try (var socket = TestSocket.of(server, awa)) {
            arrange("{\"archived\":true}");
            socket.await("conversation_me", e -> e.at("/me/archived").asBoolean());
            ibrahim.say(talk, "coucou");
            socket.await("conversation_me", e -> !e.at("/me/archived").asBoolean());
        }
        arrange("{\"archived\":true,\"mutedUntil\":%s}".formatted(ALWAYS));
        ibrahim.say(talk, "encore");
        assertThat(awa.get("/api/conversations/" + talk).body().at("/me/archived").asBoolean())
                .isTrue();
    }

    @Test
    void deleted_for_oneself_it_is_empty_and_gone_until_something_is_said() {
        ibrahim.say(talk, "secret");
        try (var desk = TestSocket.of(server, awa)) {
            assertThat(awa.delete("/api/conversations/%s/me".formatted(talk)).status())
                    .isEqualTo(204);
            var told = desk.await("conversation_me", e -> e.at("/me").has("clearedSeq"));
            assertThat(told.at("/me/clearedSeq").asInt()).isEqualTo(2);
            assertThat(told.at("/me/unreadCount").asInt()).isZero();
        }
        assertThat(awa.get("/api/conversations").body().at("/conversations")).isEmpty();
        var page = "/api/conversations/%s/messages".formatted(talk);
        assertThat(awa.get(page).body().at("/messages")).isEmpty();
        assertThat(ibrahim.get(page).body().at("/messages")).hasSize(2);
        var sync = "{\"cursors\":{\"%s\":0}}".formatted(talk);
        assertThat(awa.post("/api/sync", sync).raw().body()).doesNotContain("secret");

        ibrahim.say(talk, "nouveau");
        var list = awa.get("/api/conversations").body().at("/conversations");
        assertThat(list).hasSize(1);
        assertThat(list.at("/0/lastMessage/content").asText()).isEqualTo("nouveau");
        assertThat(list.at("/0/me/unreadCount").asInt()).isEqualTo(1);
        assertThat(awa.get(page).body().at("/messages")).hasSize(1);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        for (var wish :
                new String[] {
                    "{\"mutedUntil\":\"soon\"}",
                    "{\"mutedUntil\":5}",
                    "{\"mutedUntil\":\"+10000-01-01T00:00:00Z\"}",
                    "{\"pinned\":\"yes\"}",
                    "{\"draft\":7}",
                    "{\"role\":\"owner\"}",
                    "{\"clearedSeq\":0}"
                }) {
            assertThat(arrange(wish).status()).as(wish).isEqualTo(400);
        }
        assertThat(arrange("{\"draft\":\"%s\"}".formatted("a".repeat(16 * 1024 + 1))).status())
                .isEqualTo(413);
        assertThat(arrange("{}").status()).isEqualTo(200);
    }

    @Test
    void in_a_conversation_of_two_one_sees_who_blocked_whom() {
        awa.post("/api/users/%s/block".formatted(ibrahim.id()), "");
        var path = "/api/conversations/" + talk;
        assertThat(awa.get(path).text("/me/blocked")).isEqualTo("by_me");
        assertThat(ibrahim.get(path).text("/me/blocked")).isEqualTo("by_them");
        awa.delete("/api/users/%s/block".formatted(ibrahim.id()));
        assertThat(ibrahim.get(path).body().at("/me").has("blocked")).isFalse();
    }
}
