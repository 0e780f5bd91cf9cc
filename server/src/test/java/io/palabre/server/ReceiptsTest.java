// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.palabre.server.testing.Contract;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// How far messages have come, with real sockets: Awa writes, Ibrahim reads.
@TestInstance(Lifecycle.PER_CLASS)
class ReceiptsTest {
    private static final int CROWD = 34;

    private final RunningServer server =
            RunningServer.with(
                    Stream.concat(
                                    Stream.of("awa", "ibrahim", "claire"),
                                    IntStream.range(0, CROWD).mapToObj(i -> "p" + i))
                            .toArray(String[]::new));
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final Someone claire = server.signIn("claire");
    private String talk = "";

    @BeforeEach
    void meet() {
        ibrahim.patch("/api/users/me", "{\"status\":\"available\",\"readReceipts\":true}");
        awa.patch("/api/users/me", "{\"readReceipts\":true}");
        talk = group("Port", List.of(ibrahim, claire));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_page_around_the_unread_has_both_sides_of_where_one_stopped_reading() {
        var seqs = IntStream.range(0, 12).mapToLong(i -> awa.say(talk, "n" + i)).toArray();
        ibrahim.post(
                "/api/conversations/%s/read".formatted(talk), "{\"seq\":%d}".formatted(seqs[5]));
        var path = "/api/conversations/%s/messages?limit=4&unread=".formatted(talk);
        var page = ibrahim.get(path + "true").body();
        assertThat(page.at("/messages").findValuesAsText("content"))
                .containsExactly("n4", "n5", "n6", "n7");
        assertThat(page.at("/hasMoreAfter").asBoolean()).isTrue();
        assertThat(ibrahim.get(path + "false").body().at("/hasMoreAfter").asBoolean()).isFalse();
        assertThat(ibrahim.get(path + "yes").code()).isEqualTo("bad_request");
        assertThat(ibrahim.get(path + "true&before=9").code()).isEqualTo("bad_request");
    }

    @Test
    void delivered_then_read_is_heard_where_it_is_on_screen_and_shown_to_who_comes_later() {
        try (var author = looking(awa);
                var elsewhere = TestSocket.of(server, claire);
                var reader = TestSocket.of(server, ibrahim)) {
            long seq = awa.say(talk, "Bonjour");
            reader.await("new_message");
            reader.ask("mark_as_delivered", here(seq));
            var delivered = author.await("messages_delivered");
            assertThat(delivered.at("/userId").asText()).isEqualTo(ibrahim.id());
            assertThat(delivered.at("/ord").asLong()).isEqualTo(1);
            assertThat(cursors(claire, ibrahim)).containsExactly(0L, 1L);
            reader.ask("mark_as_read", here(seq));
            assertThat(author.await("messages_read").at("/seq").asLong()).isEqualTo(seq);
            assertThat(cursors(claire, ibrahim)).containsExactly(1L, 1L);
            assertThat(elsewhere.heard("messages_delivered")).isEmpty();
            assertThat(reader.heard("messages_delivered")).isEmpty();

            var receipts = receipts(awa, seq);
            assertThat(receipts.at("/memberCount").asInt()).isEqualTo(2);
            assertThat(receipts.at("/readCount").asInt()).isEqualTo(1);
            assertThat(receipts.at("/deliveredCount").asInt()).isEqualTo(1);
            assertThat(receipts.at("/receipts/0/user/id").asText()).isEqualTo(ibrahim.id());
            assertThat(receipts.at("/receipts/0/read").asBoolean()).isTrue();
            assertThat(receipts.at("/receipts/0/readAt").asText()).isNotEmpty();
            assertThat(receipts.at("/receipts/0/deliveredAt").asText()).isNotEmpty();
        }
    }

    @Test
    void many_marks_are_few_words_and_the_last_one_holds() {
        try (var author = looking(awa);
                var reader = TestSocket.of(server, ibrahim)) {
            var seqs = new ArrayList<Long>();
            for (int i = 0; i < 40; i++) seqs.add(awa.say(talk, "message " + i));
            long begun = System.nanoTime();
            var answers = new ArrayList<CompletableFuture<JsonNode>>();
            for (long seq : seqs) {
                answers.add(reader.askLater("mark_as_delivered", here(seq)));
                answers.add(reader.askLater("mark_as_read", here(seq)));
            }
            answers.forEach(CompletableFuture::join);
            author.await("messages_read", upTo(seqs.getLast()));
            long quarters = (System.nanoTime() - begun) / 250_000_000 + 2;
            assertThat(author.heard("messages_read").size()).isLessThanOrEqualTo((int) quarters);
            assertThat(author.heard("messages_delivered").size())
                    .isLessThanOrEqualTo((int) quarters);
        }
    }

    @Test
    void who_is_invisible_reads_unseen_until_visible_again() {
        try (var author = looking(awa);
                var reader = TestSocket.of(server, ibrahim)) {
            reader.ask("set_status", "\"invisible\"");
            long seq = awa.say(talk, "Bonjour");
            reader.ask("mark_as_delivered", here(seq));
            assertThat(reader.ask("mark_as_read", here(seq)).at("/readOrd").asLong()).isEqualTo(1);
            assertThat(me(ibrahim).at("/readOrd").asLong()).isEqualTo(1);
            try (var third = TestSocket.of(server, claire)) {
                third.ask("mark_as_read", here(seq));
                author.await("messages_read", of(claire));
            }
            assertThat(author.heard("messages_read")).noneMatch(of(ibrahim));
            assertThat(author.heard("messages_delivered")).noneMatch(of(ibrahim));
            assertThat(cursors(awa, ibrahim)).containsExactly(0L, 0L);
            assertThat(receipts(awa, seq).at("/readCount").asInt()).isEqualTo(1);

            reader.ask("set_status", "\"available\"");
            assertThat(author.await("messages_read", of(ibrahim)).at("/ord").asLong()).isEqualTo(1);
            assertThat(cursors(awa, ibrahim)).containsExactly(1L, 1L);
        }
    }

    @Test
    void who_wants_no_receipts_sends_none_and_sees_none() {
        try (var author = looking(awa);
                var reader = TestSocket.of(server, ibrahim)) {
            reader.ask("join_conversation", "\"%s\"".formatted(talk));
            ibrahim.patch("/api/users/me", "{\"readReceipts\":false}");
            long seq = awa.say(talk, "Bonjour");
            reader.ask("mark_as_read", here(seq));
            try (var third = TestSocket.of(server, claire)) {
                third.ask("mark_as_read", here(seq));
                author.await("messages_read", of(claire));
            }
            assertThat(author.heard("messages_read")).noneMatch(of(ibrahim));
            awa.say(talk, "et");
            reader.await("new_message", data -> data.at("/message/content").asText().equals("et"));
            assertThat(reader.heard("messages_read")).noneMatch(of(claire));
            assertThat(cursors(ibrahim, claire)).containsExactly(0L, 0L);
            assertThat(cursors(awa, claire)).containsExactly(1L, 1L);
            assertThat(receipts(ibrahim, seq).at("/readCount").asInt()).isZero();
            var profile = ibrahim.get("/api/users/me").body().at("/user");
            assertThat(profile.at("/readReceipts").asBoolean()).isFalse();
            assertThat(awa.get("/api/users/" + ibrahim.id()).body().at("/user/readReceipts"))
                    .isEmpty();
        }
    }

    @Test
    void a_large_group_hears_of_many_at_once() {
        var crowd = IntStream.range(0, CROWD).mapToObj(i -> server.signIn("p" + i)).toList();
        talk = group("Foule", crowd);
        try (var author = looking(awa)) {
            long seq = awa.say(talk, "Bonjour");
            long begun = System.nanoTime();
            crowd.forEach(one -> read(one, seq));
            author.await("messages_read_many", _ -> told(author).count() == CROWD);
            long seconds = (System.nanoTime() - begun) / 1_000_000_000 + 2;
            assertThat(author.heard("messages_read_many").size())
                    .isLessThanOrEqualTo((int) seconds);
            author.heard("messages_read_many")
                    .forEach(data -> Contract.read().checkEvent("messages_read_many", data));
            assertThat(author.heard("messages_read")).isEmpty();
            assertThat(receipts(awa, seq).at("/readCount").asInt()).isEqualTo(CROWD);
        }
    }

    @Test
    void in_a_large_group_two_who_keep_each_other_away_hear_nothing_of_each_other() {
        var crowd = IntStream.range(0, CROWD).mapToObj(i -> server.signIn("p" + i)).toList();
        talk = group("Foule", crowd);
        var one = crowd.get(0);
        var other = crowd.get(1);
        one.post("/api/users/%s/block".formatted(other.id()), "");
        other.post("/api/users/%s/block".formatted(one.id()), "");
        try (var author = looking(awa);
                var ones = looking(one);
                var others = looking(other)) {
            long seq = awa.say(talk, "Bonjour");
            crowd.forEach(reader -> read(reader, seq));
            author.await("messages_read_many", _ -> told(author).count() == CROWD);
            ones.await("messages_read_many", _ -> told(ones).count() == CROWD - 1);
            others.await("messages_read_many", _ -> told(others).count() == CROWD - 1);
            assertThat(told(ones)).contains(one.id()).doesNotContain(other.id());
            assertThat(told(others)).contains(other.id()).doesNotContain(one.id());
            assertThat(ones.heard("messages_read")).noneMatch(of(other));
            assertThat(others.heard("messages_read")).noneMatch(of(one));
        }
        one.delete("/api/users/%s/block".formatted(other.id()));
        other.delete("/api/users/%s/block".formatted(one.id()));
    }

    private void read(Someone reader, long seq) {
        var path = "/api/conversations/%s/read".formatted(talk);
        assertThat(reader.post(path, "{\"seq\":%d}".formatted(seq)).status()).isEqualTo(200);
    }

    private static Stream<String> told(TestSocket socket) {
        return socket.heard("messages_read_many").stream()
                .flatMap(data -> elements(data.at("/cursors")))
                .map(cursor -> cursor.at("/userId").asText())
                .distinct();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private String group(String title, List<Someone> members) {
        return awa.group(title, members.toArray(Someone[]::new));
    }

    private TestSocket looking(Someone someone) {
        var socket = TestSocket.of(server, someone);
        socket.ask("join_conversation", "\"%s\"".formatted(talk));
        return socket;
    }

    private String here(long seq) {
        return "{\"conversationId\":\"%s\",\"seq\":%d}".formatted(talk, seq);
    }

    private JsonNode receipts(Someone asker, long seq) {
        return asker.get("/api/messages/%s-%d/receipts".formatted(talk, seq)).body();
    }

    private JsonNode me(Someone someone) {
        return someone.get("/api/conversations/" + talk).body().at("/me");
    }

    /// How far somebody has read and got it, as another sees it in the conversation and on joining.
    private List<Long> cursors(Someone looker, Someone member) {
        var members = looker.get("/api/conversations/" + talk).body().at("/conversation/members");
        var shown =
                elements(members)
                        .filter(m -> m.at("/user/id").asText().equals(member.id()))
                        .map(
                                m ->
                                        List.of(
                                                m.at("/readOrd").asLong(),
                                                m.at("/deliveredOrd").asLong()))
                        .findFirst()
                        .orElseThrow();
        try (var socket = TestSocket.of(server, looker)) {
            var cursors = socket.ask("join_conversation", "\"%s\"".formatted(talk)).at("/cursors");
            assertThat(elements(cursors))
                    .filteredOn(of(member))
                    .extracting(c -> c.at("/readOrd").asLong(), c -> c.at("/deliveredOrd").asLong())
                    .containsExactly(tuple(shown.get(0), shown.get(1)));
        }
        return shown;
    }

    private static Predicate<JsonNode> of(Someone someone) {
        return data -> data.at("/userId").asText().equals(someone.id());
    }

    private static Predicate<JsonNode> upTo(long seq) {
        return data -> data.at("/seq").asLong() == seq;
    }
}
