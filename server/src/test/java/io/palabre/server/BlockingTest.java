// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Keeping somebody away, by REST and socket.
class BlockingTest {
    private final RunningServer server = RunningServer.with("awa", "ibrahim", "claire");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final Someone claire = server.signIn("claire");

    @AfterEach
    void stop() {
        server.close();
    }

    private static String path(Someone person) {
        return "/api/users/%s/block".formatted(person.id());
    }

    @Test
    void a_blocked_persons_messages_do_not_arrive_by_rest_nor_socket() {
        var talk = awa.talkTo(ibrahim);
        try (var ear = TestSocket.of(server, awa);
                var mouth = TestSocket.of(server, ibrahim)) {
            assertThat(awa.post(path(ibrahim), "").status()).isEqualTo(204);
            var wish = "{\"conversationId\":\"%s\",\"content\":\"psst\"}".formatted(talk);
            var said = mouth.ask("send_message", wish);
            assertThat(said.at("/error/code").asText()).isEqualTo("blocked");
            var posted = ibrahim.post("/api/messages/send", wish);
            assertThat(posted.status()).isEqualTo(403);
            assertThat(posted.code()).isEqualTo("blocked");
            assertThat(posted.text("/title")).isEqualTo("This cannot be delivered.");

            assertThat(awa.delete(path(ibrahim)).status()).isEqualTo(204);
            ibrahim.say(talk, "enfin");
            ear.await("new_message", m -> m.at("/message/content").asText().equals("enfin"));
            assertThat(ear.heard("new_message")).hasSize(1);
        }
    }

    @Test
    void between_the_two_no_receipts_pass_live_nor_when_asked() {
        var talk = awa.talkTo(ibrahim);
        long seq = awa.say(talk, "lu ?");
        awa.post(path(ibrahim), "");
        try (var a = TestSocket.of(server, awa)) {
            a.ask("join_conversation", "\"%s\"".formatted(talk));
            ibrahim.post("/api/conversations/%s/read".formatted(talk), "");
            var joined = a.ask("join_conversation", "\"%s\"".formatted(talk));
            for (var cursor : joined.at("/cursors")) {
                boolean own = cursor.at("/userId").asText().equals(awa.id());
                assertThat(cursor.at("/readOrd").asLong()).isEqualTo(own ? 1 : 0);
            }
            var who = awa.get("/api/messages/%s-%d/receipts".formatted(talk, seq)).body();
            assertThat(who.at("/receipts")).isEmpty();
            assertThat(who.at("/readCount").asLong()).isZero();
            awa.delete(path(ibrahim));
            ibrahim.post(
                    "/api/conversations/%s/read".formatted(talk),
                    "{\"seq\":%d}".formatted(awa.say(talk, "et ça ?")));
            a.await("messages_read", m -> m.at("/userId").asText().equals(ibrahim.id()));
            assertThat(a.heard("messages_read").stream().map(m -> m.at("/ord").asLong()))
                    .containsExactly(2L);
            var now = awa.get("/api/messages/%s-%d/receipts".formatted(talk, seq)).body();
            assertThat(now.at("/readCount").asLong()).isEqualTo(1);
        }
    }

    @Test
    void all_of_ones_devices_know_whom_one_has_blocked_live_and_later() {
        try (var phone = TestSocket.of(server, awa)) {
            awa.post(path(ibrahim), "");
            awa.post(path(claire), "");
            awa.post(path(claire), "");
            awa.delete(path(ibrahim));
            var told = phone.await("blocks_changed", b -> b.at("/ownSeq").asLong() == 3);
            assertThat(told.at("/userIds")).hasSize(1);
            assertThat(told.at("/userIds/0").asText()).isEqualTo(claire.id());
        }
        var list = awa.get("/api/users/me/blocks").body().at("/users");
        assertThat(list.findValuesAsText("username")).containsExactly("claire");
        var missed = awa.post("/api/sync", "{\"ownSeq\":2,\"cursors\":{}}").body();
        assertThat(missed.at("/pages/0/events/0/event").asText()).isEqualTo("blocks_changed");
        assertThat(missed.at("/pages/0/events/0/data/userIds/0").asText()).isEqualTo(claire.id());
        assertThat(ibrahim.get("/api/users/me/blocks").body().at("/users")).isEmpty();
    }

    @Test
    void the_blocked_cannot_begin_a_conversation_nor_a_group_with_who_blocked_them() {
        awa.post(path(ibrahim), "");
        var start = "{\"userId\":\"%s\"}".formatted(awa.id());
        assertThat(ibrahim.post("/api/conversations", start).code()).isEqualTo("blocked");
        var group =
                "{\"type\":\"group\",\"title\":\"G\",\"memberIds\":[\"%s\"]}".formatted(awa.id());
        assertThat(ibrahim.post("/api/conversations", group).code()).isEqualTo("blocked");
        assertThat(awa.get("/api/conversations").body().at("/conversations")).isEmpty();
    }

    @Test
    void one_does_not_block_oneself_nor_nobody() {
        assertThat(awa.post(path(awa), "").code()).isEqualTo("self_block");
        assertThat(awa.post("/api/users/nobody/block", "").status()).isEqualTo(404);
    }
}
