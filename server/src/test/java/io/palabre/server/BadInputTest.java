// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.Someone.Reply;
import io.palabre.server.testing.TestSocket;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// What is wrong is refused in its own words, and the server stays up. Rows are those of
/// docs/security.md.
@TestInstance(Lifecycle.PER_CLASS)
class BadInputTest {
    private final RunningServer server = RunningServer.with("awa", "ibrahim", "stranger");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final String talk = awa.talkTo(ibrahim);

    @AfterAll
    void it_is_still_up() {
        assertThat(server.nobody().get("/api/health").text("/status")).isEqualTo("up");
        server.close();
    }

    @Test
    void broken_json_is_refused_with_its_place() {
        var reply = send("{\"content\":\n  \"a\",,}");
        assertThat(reply).satisfies(r -> refused(r, 400, "invalid_json"));
        assertThat(reply.text("/detail")).contains("line 2, column");
    }

    @Test
    void an_unknown_field_is_refused_by_name() {
        var reply = send("{\"content\":\"a\",\"colour\":\"red\"}");
        refused(reply, 400, "unknown_field");
        assertThat(reply.text("/detail")).contains("colour");
    }

    @Test
    void a_missing_null_or_wrong_field_is_refused_by_name() {
        for (var body :
                List.of("{}", "{\"content\":null}", "{\"content\":7}", "{\"content\":[\"a\"]}")) {
            var reply = send(body);
            refused(reply, 400, "bad_request");
            assertThat(reply.text("/detail")).contains("content");
        }
    }

    @Test
    void what_is_no_object_is_refused() {
        for (var body : List.of("[]", "null", "7", "\"a\"")) {
            assertThat(send(body).status()).as(body).isEqualTo(400);
        }
    }

    @Test
    void ten_megabytes_are_refused_as_too_large() {
        refused(send("{\"content\":\"%s\"}".formatted("x".repeat(10_000_000))), 413, "too_large");
    }

    @Test
    void a_text_beyond_sixteen_kibibytes_is_refused_as_too_large() {
        refused(send("{\"content\":\"%s\"}".formatted("é".repeat(8_193))), 413, "too_large");
        assertThat(send("{\"content\":\"%s\"}".formatted("é".repeat(8_192))).status())
                .isEqualTo(201);
    }

    @Test
    void an_empty_message_is_refused() {
        refused(send("{\"content\":\"\"}"), 400, "empty_message");
    }

    @Test
    void depth_keys_numbers_and_repeated_fields_beyond_reason_are_refused() {
        refused(send("[".repeat(10_000) + "]".repeat(10_000)), 400, "");
        refused(send("{\"content\":" + "9".repeat(1_000) + "}"), 400, "");
        refused(send("{\"content\":1e999999}"), 400, "");
        refused(send("{\"content\":\"a\",\"content\":\"b\"}"), 400, "invalid_json");
        refused(send("{\"" + "k".repeat(5_000) + "\":1}"), 400, "");
    }

    @Test
    void text_that_is_not_unicode_is_refused() {
        refused(send("{\"content\":\"\\ud800\"}"), 400, "bad_request");
        refused(send("{\"content\":\"a\\u0000b\"}"), 400, "bad_request");
    }

    @Test
    void a_strangers_conversation_is_as_if_it_did_not_exist() {
        var stranger = server.signIn("stranger");
        var none = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        for (var path : List.of("", "/messages")) {
            var there = stranger.get("/api/conversations/" + talk + path);
            var nowhere = stranger.get("/api/conversations/" + none + path);
            refused(there, 404, "not_found");
            assertThat(there.body()).isEqualTo(nowhere.body());
        }
        refused(
                stranger.post(
                        "/api/conversations/%s/messages".formatted(talk), "{\"content\":\"a\"}"),
                404,
                "not_found");
        refused(stranger.get("/api/conversations/no-id-at-all"), 404, "not_found");
    }

    @Test
    void one_cannot_converse_with_oneself() {
        refused(
                awa.post("/api/conversations", "{\"userId\":\"%s\"}".formatted(awa.id())),
                400,
                "self_conversation");
        refused(awa.get("/api/conversations/check?userId=" + awa.id()), 400, "self_conversation");
    }

    @Test
    void a_person_who_does_not_exist_cannot_be_written_to() {
        refused(
                awa.post("/api/conversations", "{\"userId\":\"01ARZ3NDEKTSV4RRFFQ69G5FAV\"}"),
                404,
                "person_not_found");
    }

    @Test
    void the_same_client_id_for_another_text_is_a_conflict() {
        send("{\"content\":\"a\",\"clientId\":\"twice\"}");
        refused(send("{\"content\":\"b\",\"clientId\":\"twice\"}"), 409, "cid_conflict");
    }

    @Test
    void another_method_is_refused_and_the_right_ones_named() {
        var reply = awa.send("PUT", "/api/conversations", "{}");
        refused(reply, 405, "method_not_allowed");
        assertThat(reply.header("Allow")).isEqualTo("GET, POST");
    }

    @Test
    void a_body_that_is_not_json_is_refused_by_its_type() {
        var form = awa.with("Content-Type", "text/plain");
        refused(
                form.post("/api/conversations/%s/messages".formatted(talk), "{\"content\":\"a\"}"),
                415,
                "unsupported_media_type");
    }

    @Test
    void an_address_that_is_none_is_a_problem_document_too() {
        refused(awa.get("/api/nothing/here"), 404, "not_found");
    }

    @Test
    void pages_take_sensible_numbers_only_row_61() {
        var messages = "/api/conversations/%s/messages".formatted(talk);
        refused(awa.get(messages + "?before=-1"), 400, "bad_request");
        refused(awa.get(messages + "?limit=many"), 400, "bad_request");
        refused(awa.get(messages + "?before=3&after=1"), 400, "bad_request");
        refused(awa.get(messages + "?limit=201"), 400, "bad_request");
        refused(awa.get(messages + "?limit=0"), 400, "bad_request");
        refused(awa.get("/api/conversations?limit=1000000000"), 400, "bad_request");
        assertThat(awa.get(messages + "?limit=200").status()).isEqualTo(200);
    }

    @Test
    void a_refusal_names_the_field_and_what_is_wrong_with_it() {
        names(send("{}"), "content", "is missing");
        names(send("{\"content\":7}"), "content", "must be a text");
        names(send("{\"content\":\"a\",\"colour\":1}"), "colour", "is not a field");
        names(awa.get("/api/users?limit=0"), "limit", "from 1 to 200");
        var wish = "{\"type\":\"group\",\"title\":\"a\",\"memberIds\":%s}";
        var in = "memberIds";
        names(awa.post("/api/conversations", wish.formatted("\"x\"")), in, "must be a list");
        names(awa.post("/api/conversations", wish.formatted("[7]")), in + "[0]", "must be a text");
        names(awa.post("/api/users/heartbeat", "{\"idleMs\":\"x\"}"), "idleMs", "whole number");
    }

    @Test
    void a_wrong_time_and_a_number_beyond_reason_are_named() {
        var me = "/api/conversations/%s/me".formatted(talk);
        names(awa.patch(me, "{\"mutedUntil\":\"soon\"}"), "mutedUntil", "must be a time like");
        var path = "/api/conversations/%s/read".formatted(talk);
        var read = awa.post(path, "{\"seq\":%s}".formatted("9".repeat(25)));
        names(read, "seq", "must be a smaller number");
        var longer = awa.post(path, "{\"seq\":%s}".formatted("9".repeat(40)));
        assertThat(longer.text("/detail")).isEqualTo("A number in it has more than 32 digits.");
    }

    @Test
    void a_header_that_is_wrong_is_named() {
        var begun = awa.post("/api/attachments/uploads", "{\"name\":\"a.txt\",\"size\":5}");
        var path = "/api/attachments/uploads/" + begun.text("/upload/id");
        var piece = awa.with("Upload-Offset", "none").send("PATCH", path, new byte[5]);
        assertThat(piece.status()).isEqualTo(400);
        assertThat(piece.text("/detail")).contains("`Upload-Offset`");
    }

    @Test
    void what_has_no_letter_finds_nobody_and_nothing() {
        assertThat(awa.get("/api/users?search=%25").body().at("/users")).isEmpty();
        assertThat(awa.get("/api/users?search=_").body().at("/users")).isEmpty();
        assertThat(awa.get("/api/users?search=").body().at("/users")).isNotEmpty();
        var found = awa.get("/api/conversations?search=%25").body().at("/conversations");
        assertThat(found).isEmpty();
        assertThat(awa.get("/api/products?search=%25").body().at("/products")).isEmpty();
    }

    private static void names(Reply reply, String field, String reason) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/field")).as(reply.raw().body()).isEqualTo(field);
        assertThat(reply.text("/detail")).contains("`" + field + "` ", reason);
    }

    @Test
    void what_is_no_id_is_gone_in_a_sync_and_holds_nothing_up() {
        var cursors = "{\"cursors\":{\"nonsense\":3,\"%s\":0}}".formatted(talk);
        var synced = awa.post("/api/sync", cursors);
        assertThat(synced.status()).isEqualTo(200);
        assertThat(synced.text("/pages/0/conversationId")).isEqualTo("nonsense");
        assertThat(synced.body().at("/pages/0/gone").asBoolean()).isTrue();
        assertThat(synced.body().at("/pages").findValuesAsText("conversationId")).contains(talk);
        try (var socket = TestSocket.of(server, awa)) {
            assertThat(socket.ask("sync", cursors).at("/ok").asBoolean()).isTrue();
            var page = socket.await("sync_page", p -> p.at("/gone").asBoolean());
            assertThat(page.at("/conversationId").asText()).isEqualTo("nonsense");
        }
    }

    @Test
    void where_nothing_is_there_is_nothing() {
        for (var path : List.of("/nowhere", "/gallery", "/c/a/b", "/index.php", "/login")) {
            assertThat(server.nobody().get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void a_socket_is_told_what_is_wrong_and_stays_open() {
        try (var socket = TestSocket.of(server, awa)) {
            assertThat(code(socket, "no_such_event", "{}")).isEqualTo("unknown_event");
            assertThat(code(socket, "send_message", "")).isEqualTo("bad_request");
            assertThat(code(socket, "send_message", "[1]")).isEqualTo("bad_request");
            assertThat(
                            code(
                                    socket,
                                    "send_message",
                                    "{\"conversationId\":\"%s\",\"content\":\"a\",\"senderId\":\"x\"}"
                                            .formatted(talk)))
                    .isEqualTo("unknown_field");
            assertThat(code(socket, "join_conversation", "\"nowhere\"")).isEqualTo("not_found");
            assertThat(
                            socket.ask("join_conversation", "\"%s\"".formatted(talk))
                                    .at("/ok")
                                    .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void what_means_something_to_a_parser_or_a_room_means_nothing_here() {
        for (var field : new String[] {"__proto__", "constructor", "@class", "@type"}) {
            var wish = "{\"content\":\"a\",\"%s\":{\"admin\":true}}".formatted(field);
            refused(send(wish), 400, "unknown_field");
        }
        var role = awa.patch("/api/users/me", "{\"role\":\"admin\"}");
        refused(role, 400, "unknown_field");
        assertThat(awa.get("/api/users/me").text("/user/role")).isEqualTo("user");
        try (var socket = TestSocket.of(server, awa)) {
            var room = "\"hearing 01ARZ3NDEKTSV4RRFFQ69G5FAV\"";
            assertThat(code(socket, "join", room)).isEqualTo("unknown_event");
            assertThat(code(socket, "join_conversation", room)).isEqualTo("not_found");
        }
    }

    @Test
    void a_name_that_turns_what_stands_around_it_is_refused_row_51() {
        for (var turning : List.of("awa\\u202Eexe.txt", "\\u2067awa", "a\\u2028b", "a\\nb")) {
            for (var field : List.of("displayName", "statusText")) {
                var profile = "{\"%s\":\"%s\"}".formatted(field, turning);
                refused(awa.patch("/api/users/me", profile), 400, "bad_request");
            }
            var group = "{\"type\":\"group\",\"title\":\"%s\"}".formatted(turning);
            refused(awa.post("/api/conversations", group), 400, "bad_title");
        }
    }

    @Test
    void an_emoji_and_a_status_of_a_megabyte_are_refused_and_so_is_the_21st_emoji_row_58() {
        var message = send("{\"content\":\"a\"}").text("/message/id");
        var status = "{\"statusText\":\"%s\"}";
        refused(awa.patch("/api/users/me", status.formatted("x".repeat(60_000))), 400, "");
        refused(awa.patch("/api/users/me", status.formatted("x".repeat(1_000_000))), 413, "");
        try (var socket = TestSocket.of(server, awa)) {
            var reaction = "{\"messageId\":\"%s\",\"emoji\":\"%s\"}";
            var large = "\uD83D\uDE00".repeat(100_000);
            assertThat(code(socket, "add_reaction", reaction.formatted(message, large)))
                    .isEqualTo("bad_emoji");
            for (int i = 0; i < 20; i++) {
                var emoji = Character.toString(0x1F600 + i);
                assertThat(code(socket, "add_reaction", reaction.formatted(message, emoji)))
                        .as(emoji)
                        .isEmpty();
            }
            var last = Character.toString(0x1F600 + 20);
            assertThat(code(socket, "add_reaction", reaction.formatted(message, last)))
                    .isEqualTo("too_many_reactions");
        }
        var reactions = awa.get("/api/messages/" + message).body().at("/message/reactions");
        assertThat(reactions).hasSize(20);
    }

    @Test
    void the_time_of_a_message_is_the_servers_row_62() {
        refused(
                send("{\"content\":\"a\",\"createdAt\":\"2001-01-01T00:00:00Z\"}"),
                400,
                "unknown_field");
        var before = Instant.now().minusSeconds(60);
        var message = awa.post(path(), "{\"content\":\"a\"}");
        assertThat(Instant.parse(message.text("/message/createdAt"))).isAfter(before);
    }

    @Test
    void a_null_among_ids_is_named() {
        refused(send("{\"content\":\"a\",\"mentions\":[null]}"), 400, "bad_request");
        refused(send("{\"content\":\"a\",\"attachments\":[null]}"), 400, "bad_request");
        var group = "{\"type\":\"group\",\"title\":\"a\",\"memberIds\":[null]}";
        refused(awa.post("/api/conversations", group), 400, "bad_request");
        refused(awa.post("/api/sync", "{\"cursors\":{\"a\":null}}"), 400, "bad_request");
    }

    private static String code(TestSocket socket, String event, String argument) {
        return socket.ask(event, argument).at("/error/code").asText();
    }

    private Reply send(String json) {
        return awa.post(path(), json);
    }

    private String path() {
        return "/api/conversations/%s/messages".formatted(talk);
    }

    private static void refused(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.raw().body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        if (!code.isEmpty()) assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.raw().body()).doesNotContain("Exception", "io.palabre", "jackson", "SQL");
    }
}
