// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.TestSocket;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The story of a message, from the socket of one to the socket of the other and back from the
/// disk.
class LifeOfAMessageTest {
    private final RunningServer server = RunningServer.with("awa", "ibrahim", "claire");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_message_is_numbered_acknowledged_told_kept_and_read() {
        var awa = server.signIn("awa");
        var ibrahim = server.signIn("ibrahim");
        try (var from = TestSocket.of(server, awa);
                var to = TestSocket.of(server, ibrahim)) {
            // a conversation appears to both, before anything is said in it
            var talk = awa.talkTo(ibrahim);
            assertThat(to.await("new_conversation").at("/conversationId").asText()).isEqualTo(talk);
            from.await("new_conversation");

            // sent: it is on disk under the next number, and the sender knows it
            var ack =
                    from.ask(
                            "send_message",
                            """
                            {"conversationId":"%s","content":"Le colis est parti","clientId":"c-1"}"""
                                    .formatted(talk));
            assertThat(ack.at("/ok").asBoolean()).isTrue();
            assertThat(ack.at("/durable").asText()).isEqualTo("disk");
            assertThat(ack.at("/message/ord").asLong()).isEqualTo(1);
            long seq = ack.at("/message/seq").asLong();

            // told to every socket of every member, the sender's own included
            var told = to.await("new_message");
            assertThat(told.at("/message")).isEqualTo(ack.at("/message"));
            assertThat(told.at("/seq").asLong()).isEqualTo(seq);
            assertThat(from.await("new_message")).isEqualTo(told);

            // said again under the same clientId, it is still that one
            var again =
                    from.ask(
                            "send_message",
                            """
                            {"conversationId":"%s","content":"Le colis est parti","clientId":"c-1"}"""
                                    .formatted(talk));
            assertThat(again.at("/repeated").asBoolean()).isTrue();
            assertThat(again.at("/message")).isEqualTo(ack.at("/message"));

            // it waits to be read
            var waiting = ibrahim.get("/api/conversations");
            assertThat(waiting.number("/unreadTotal")).isEqualTo(1);
            assertThat(waiting.number("/conversations/0/me/unreadCount")).isEqualTo(1);
            assertThat(waiting.text("/conversations/0/lastMessage/content"))
                    .isEqualTo("Le colis est parti");

            // read, and whoever looks at the conversation sees that it was
            from.ask("join_conversation", "\"%s\"".formatted(talk));
            var mark = to.ask("mark_as_read", "\"%s\"".formatted(talk));
            assertThat(mark.at("/unreadTotal").asLong()).isZero();
            var read = from.await("messages_read");
            assertThat(read.at("/userId").asText()).isEqualTo(ibrahim.id());
            assertThat(read.at("/ord").asLong()).isEqualTo(1);
            assertThat(
                            to.await("unread_total", data -> data.has("conversationId"))
                                    .at("/total")
                                    .asLong())
                    .isZero();
        }
    }

    @Test
    void who_was_away_hears_everything_by_asking_for_what_follows_a_number() {
        var awa = server.signIn("awa");
        var ibrahim = server.signIn("ibrahim");
        var talk = awa.talkTo(ibrahim);
        long held = awa.say(talk, "un");
        awa.say(talk, "deux");
        awa.say(talk, "trois");
        try (var back = TestSocket.of(server, ibrahim)) {
            var ack = back.ask("sync", "{\"cursors\":{\"%s\":%d}}".formatted(talk, held));
            assertThat(ack.at("/ok").asBoolean()).isTrue();
            var page = back.await("sync_page", data -> data.has("conversationId"));
            assertThat(page.at("/events").findValuesAsText("content"))
                    .containsExactly("deux", "trois");
            assertThat(back.await("sync_done").at("/unreadTotal").asLong()).isEqualTo(3);
        }
        var overRest = ibrahim.post("/api/sync", "{\"cursors\":{\"%s\":%d}}".formatted(talk, held));
        var last = overRest.body().at("/pages").get(overRest.body().at("/pages").size() - 1);
        assertThat(last.at("/conversationId").asText()).isEqualTo(talk);
        assertThat(last.findValuesAsText("content")).containsExactly("deux", "trois");
    }

    @Test
    void a_group_hears_who_comes_who_goes_and_what_it_is_called() {
        var awa = server.signIn("awa");
        var ibrahim = server.signIn("ibrahim");
        var claire = server.signIn("claire");
        try (var a = TestSocket.of(server, awa);
                var i = TestSocket.of(server, ibrahim);
                var c = TestSocket.of(server, claire)) {
            var made =
                    awa.post(
                            "/api/conversations",
                            """
                            {"type":"group","title":"Marché","memberIds":["%s"]}"""
                                    .formatted(ibrahim.id()));
            assertThat(made.status()).isEqualTo(201);
            var group = made.text("/conversation/id");
            i.await("new_conversation");

            awa.post(
                    "/api/conversations/%s/members".formatted(group),
                    "{\"userIds\":[\"%s\"]}".formatted(claire.id()));
            assertThat(c.await("new_conversation").at("/conversation/title").asText())
                    .isEqualTo("Marché");
            assertThat(
                            i.await("conversation_updated", has("members_added"))
                                    .at("/conversation/memberCount")
                                    .asInt())
                    .isEqualTo(3);

            awa.patch("/api/conversations/%s".formatted(group), "{\"title\":\"Marché de Noël\"}");
            assertThat(
                            c.await("conversation_updated", has("renamed"))
                                    .at("/message/system/title")
                                    .asText())
                    .isEqualTo("Marché de Noël");

            ibrahim.post("/api/conversations/%s/leave".formatted(group), "");
            assertThat(
                            i.await("conversation_updated", has("member_left"))
                                    .at("/message/senderId")
                                    .asText())
                    .isEqualTo(ibrahim.id());
            i.await("conversation_removed");
            assertThat(
                            a.await("conversation_updated", has("member_left"))
                                    .at("/conversation/memberCount")
                                    .asInt())
                    .isEqualTo(2);

            awa.say(group, "Sans Ibrahim");
            c.await("new_message");
            assertThat(i.heard("new_message")).isEmpty();
            assertThat(ibrahim.get("/api/conversations/" + group).status()).isEqualTo(404);
        }
    }

    private static Predicate<JsonNode> has(String code) {
        return data -> data.at("/message/system/code").asText().equals(code);
    }
}
