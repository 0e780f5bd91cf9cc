// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// What becomes of a message after it was sent, over REST and over sockets.
@TestInstance(Lifecycle.PER_CLASS)
class ChangingMessagesTest {
    private final RunningServer server =
            RunningServer.with("awa", "ibrahim", "claire", "administrator");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final Someone claire = server.signIn("claire");
    private final String talk = awa.talkTo(ibrahim);

    @AfterAll
    void stop() {
        server.close();
    }

    private static String path(String conversation, long seq) {
        return "/api/messages/%s-%d".formatted(conversation, seq);
    }

    private String group(Someone... others) {
        return awa.group("Groupe", others[0]);
    }

    private static Predicate<JsonNode> of(String message) {
        return data -> data.at("/message/id").asText().equals(message);
    }

    @Test
    void an_edit_by_one_door_is_heard_at_the_other_and_shown_everywhere() {
        long seq = awa.say(talk, "Bonjuor");
        var id = talk + "-" + seq;
        try (var a = TestSocket.of(server, awa);
                var i = TestSocket.of(server, ibrahim)) {
            var edited = awa.patch(path(talk, seq), "{\"content\":\"Bonjour\"}");
            assertThat(edited.status()).isEqualTo(200);
            var heard = i.await("message_updated", of(id));
            assertThat(heard.at("/message")).isEqualTo(edited.body().at("/message"));
            assertThat(heard.at("/seq").asLong()).isEqualTo(seq + 1);
            assertThat(heard.at("/message/editedAt").asText()).isNotEmpty();

            var ack =
                    a.ask(
                            "edit_message",
                            "{\"messageId\":\"%s\",\"content\":\"Bonsoir\"}".formatted(id));
            assertThat(ack.at("/ok").asBoolean()).isTrue();
            i.await("message_updated", m -> m.at("/message").equals(ack.at("/message")));
            assertThat(ibrahim.get(path(talk, seq)).body().at("/message"))
                    .isEqualTo(ack.at("/message"));
            assertThat(
                            ibrahim.get("/api/conversations/" + talk)
                                    .text("/conversation/lastMessage/content"))
                    .isEqualTo("Bonsoir");
            assertThat(
                            code(
                                    i.ask(
                                            "edit_message",
                                            "{\"messageId\":\"%s\",\"content\":\"x\"}"
                                                    .formatted(id))))
                    .isEqualTo("not_allowed");
        }
    }

    private static String code(JsonNode ack) {
        return ack.at("/error/code").asText();
    }

    @Test
    void a_deleted_message_leaves_a_line_without_words_and_its_replies_say_so() {
        long seq = awa.say(talk, "secret-47");
        var id = talk + "-" + seq;
        var reply =
                ibrahim.post(
                        "/api/conversations/%s/messages".formatted(talk),
                        "{\"content\":\"ah ?\",\"replyTo\":\"%s\"}".formatted(id));
        assertThat(reply.text("/message/quote/content")).isEqualTo("secret-47");
        assertThat(reply.text("/message/quote/senderId")).isEqualTo(awa.id());
        try (var a = TestSocket.of(server, awa);
                var i = TestSocket.of(server, ibrahim)) {
            assertThat(code(i.ask("delete_message", "\"%s\"".formatted(id))))
                    .isEqualTo("not_allowed");
            var ack = a.ask("delete_message", "\"%s\"".formatted(id));
            assertThat(ack.at("/message/deletedAt").asText()).isNotEmpty();
            var heard = i.await("message_deleted", m -> m.at("/messageId").asText().equals(id));
            assertThat(heard.at("/message")).isEqualTo(ack.at("/message"));
            assertThat(heard.at("/message").has("content")).isFalse();
        }
        assertThat(awa.delete(path(talk, seq)).status()).isEqualTo(204);
        assertThat(awa.patch(path(talk, seq), "{\"content\":\"x\"}").code())
                .isEqualTo("message_deleted");
        var replied = path(talk, reply.number("/message/seq"));
        assertThat(ibrahim.get(replied).body().at("/message/quote/deleted").asBoolean()).isTrue();
        var everything =
                ibrahim.get("/api/conversations/%s/messages".formatted(talk)).raw().body()
                        + ibrahim.post("/api/sync", "{\"cursors\":{\"%s\":0}}".formatted(talk))
                                .raw()
                                .body();
        assertThat(everything).contains(id).doesNotContain("secret-47");
    }

    @Test
    void what_one_deletes_for_oneself_is_gone_on_all_ones_devices_and_for_nobody_else() {
        long seq = awa.say(talk, "à cacher");
        var id = talk + "-" + seq;
        try (var phone = TestSocket.of(server, ibrahim);
                var desk = TestSocket.of(server, ibrahim)) {
            var ack =
                    phone.ask(
                            "delete_message",
                            "{\"messageId\":\"%s\",\"for\":\"me\"}".formatted(id));
            assertThat(ack.toString()).isEqualTo("{\"ok\":true}");
            assertThat(desk.await("message_hidden").at("/messageId").asText()).isEqualTo(id);
        }
        assertThat(ibrahim.get(path(talk, seq)).status()).isEqualTo(404);
        assertThat(awa.get(path(talk, seq)).text("/message/content")).isEqualTo("à cacher");
        var caughtUp =
                ibrahim.post("/api/sync", "{\"cursors\":{\"%s\":%d}}".formatted(talk, seq - 1));
        var page = caughtUp.body().at("/pages").get(caughtUp.body().at("/pages").size() - 1);
        assertThat(page.at("/events/0/event").asText()).isEqualTo("message_updated");
        assertThat(page.at("/events/0/data/seq").asLong()).isEqualTo(seq);
        assertThat(page.at("/events/0/data").has("message")).isFalse();
        assertThat(ibrahim.delete(path(talk, seq) + "?for=everyone").code())
                .isEqualTo("bad_request");
    }

    @Test
    void who_came_later_hears_the_number_of_a_change_and_nothing_of_the_message() {
        var group = group(ibrahim);
        long seq = awa.say(group, "avant");
        try (var i = TestSocket.of(server, ibrahim);
                var c = TestSocket.of(server, claire)) {
            awa.post(
                    "/api/conversations/%s/members".formatted(group),
                    "{\"userIds\":[\"%s\"]}".formatted(claire.id()));
            awa.patch(path(group, seq), "{\"content\":\"avant tout\"}");
            i.await("message_updated", of(group + "-" + seq));
            var heard =
                    c.await("message_updated", m -> m.at("/conversationId").asText().equals(group));
            assertThat(heard.at("/seq").asLong()).isEqualTo(seq + 2);
            assertThat(heard.has("message")).isFalse();
        }
        assertThat(claire.get(path(group, seq)).status()).isEqualTo(404);
        assertThat(
                        claire.post("/api/sync", "{\"cursors\":{\"%s\":0}}".formatted(group))
                                .raw()
                                .body())
                .doesNotContain("avant");
    }

    @Test
    void owners_and_administrators_delete_and_do_not_edit_and_who_left_does_neither() {
        var group = group(ibrahim);
        long seq = ibrahim.say(group, "un");
        long other = ibrahim.say(group, "deux");
        long last = ibrahim.say(group, "trois");
        assertThat(awa.patch(path(group, seq), "{\"content\":\"x\"}").status()).isEqualTo(403);
        assertThat(awa.delete(path(group, seq)).status()).isEqualTo(204);
        var admin = server.signIn("administrator");
        assertThat(admin.patch(path(group, other), "{\"content\":\"x\"}").status()).isEqualTo(404);
        assertThat(admin.delete(path(group, other)).status()).isEqualTo(204);
        ibrahim.post("/api/conversations/%s/leave".formatted(group), "");
        for (var reply :
                new Someone.Reply[] {
                    ibrahim.delete(path(group, last)),
                    ibrahim.patch(path(group, last), "{\"content\":\"x\"}"),
                    claire.delete(path(group, last)),
                    claire.delete(path("01ARZ3NDEKTSV4RRFFQ69G5FAV", 2)),
                    claire.get(path(group, last)),
                    claire.get("/api/messages/no-id")
                }) {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("not_found");
        }
    }

    @Test
    void the_windows_are_settings() {
        var none = Map.of("messages.edit.minutes", "0", "messages.delete.hours", "0");
        try (var strict = RunningServer.with(none, "awa", "ibrahim")) {
            var hasty = strict.signIn("awa");
            var here = hasty.talkTo(strict.signIn("ibrahim"));
            var said = path(here, hasty.say(here, "trop tard"));
            hasty.say(here, "un temps passe");
            assertThat(hasty.patch(said, "{\"content\":\"x\"}").code())
                    .isEqualTo("edit_window_over");
            assertThat(hasty.delete(said).code()).isEqualTo("delete_window_over");
        }
    }

    @Test
    void a_message_that_nobody_would_see_is_empty() {
        for (var nothing : new String[] {"\\u200b", "\\u200d\\u2060", "\\u202e", "\\ufeff"}) {
            var reply =
                    awa.post(
                            "/api/conversations/%s/messages".formatted(talk),
                            "{\"content\":\"%s\"}".formatted(nothing));
            assertThat(reply.code()).as(nothing).isEqualTo("empty_message");
        }
    }

    @Test
    void a_message_is_forwarded_once_into_each_conversation_and_only_into_ones_own() {
        long seq = awa.say(talk, "à transmettre");
        var one = group(ibrahim);
        var two = group(claire);
        var wish = "{\"conversationIds\":[\"%s\",\"%s\"],\"clientId\":\"f-1\"}".formatted(one, two);
        var sent = awa.post(path(talk, seq) + "/forward", wish);
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.body().at("/messages")).hasSize(2);
        assertThat(sent.text("/messages/0/content")).isEqualTo("à transmettre");
        assertThat(sent.body().at("/messages/0/forwarded").asBoolean()).isTrue();
        awa.patch(path(talk, seq), "{\"content\":\"autre chose\"}");
        assertThat(awa.post(path(talk, seq) + "/forward", wish).body()).isEqualTo(sent.body());
        assertThat(claire.get("/api/conversations/" + two).number("/conversation/lastOrd"))
                .isEqualTo(1);

        var mixed =
                "{\"conversationIds\":[\"%s\",\"%s\"],\"clientId\":\"f-2\"}".formatted(talk, two);
        var partly = ibrahim.post(path(talk, seq) + "/forward", mixed);
        assertThat(partly.status()).isEqualTo(200);
        assertThat(partly.body().at("/messages")).hasSize(1);
        assertThat(partly.text("/messages/0/conversationId")).isEqualTo(talk);
        assertThat(partly.text("/refused/0/conversationId")).isEqualTo(two);
        assertThat(partly.text("/refused/0/error/code")).isEqualTo("not_found");
        assertThat(claire.get("/api/conversations/" + two).number("/conversation/lastOrd"))
                .isEqualTo(1);
        assertThat(claire.post(path(talk, seq) + "/forward", wish).code()).isEqualTo("not_found");
    }
}
