// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Several people at the same instant.
@TestInstance(Lifecycle.PER_CLASS)
class TogetherTest {
    private final RunningServer server = RunningServer.with("awa", "ibrahim", "claire", "moussa");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void two_people_who_open_their_conversation_at_once_get_one() {
        var claire = server.signIn("claire");
        var moussa = server.signIn("moussa");
        var ids =
                atOnce(
                        IntStream.range(0, 20)
                                .<Callable<String>>mapToObj(
                                        i ->
                                                i % 2 == 0
                                                        ? () -> claire.talkTo(moussa)
                                                        : () -> moussa.talkTo(claire))
                                .toList());
        assertThat(Set.copyOf(ids)).hasSize(1);
        assertThat(claire.get("/api/conversations").body().at("/conversations")).hasSize(1);
    }

    @Test
    void one_message_sent_many_times_by_rest_and_socket_is_there_once() {
        var talk = awa.talkTo(ibrahim);
        var wish =
                "{\"conversationId\":\"%s\",\"content\":\"une fois\",\"clientId\":\"once\"}"
                        .formatted(talk);
        try (var socket = TestSocket.of(server, awa)) {
            var seqs =
                    atOnce(
                            IntStream.range(0, 16)
                                    .<Callable<Long>>mapToObj(
                                            i ->
                                                    i % 2 == 0
                                                            ? () ->
                                                                    socket.ask("send_message", wish)
                                                                            .at("/message/seq")
                                                                            .asLong()
                                                            : () ->
                                                                    awa.post(
                                                                                    "/api/messages/send",
                                                                                    wish)
                                                                            .number("/message/seq"))
                                    .toList());
            assertThat(Set.copyOf(seqs)).hasSize(1);
        }
        var kept = awa.get("/api/conversations/%s/messages".formatted(talk)).body();
        assertThat(kept.findValuesAsText("content")).containsOnlyOnce("une fois");
    }

    @Test
    void what_one_socket_sends_without_waiting_keeps_its_order_and_numbers_are_dense() {
        var talk = ibrahim.talkTo(awa);
        try (var from = TestSocket.of(server, ibrahim);
                var to = TestSocket.of(server, awa)) {
            var acks =
                    IntStream.range(0, 60)
                            .mapToObj(
                                    i ->
                                            from.askLater(
                                                    "send_message",
                                                    "{\"conversationId\":\"%s\",\"content\":\"n%d\"}"
                                                            .formatted(talk, i)))
                            .toList();
            var seqs = acks.stream().map(ack -> ack.join().at("/message/seq").asLong()).toList();
            assertThat(seqs)
                    .containsExactlyElementsOf(
                            LongStream.range(seqs.getFirst(), seqs.getFirst() + 60)
                                    .boxed()
                                    .toList());
            to.await("new_message", data -> data.at("/message/content").asText().equals("n59"));
            assertThat(
                            to.heard("new_message").stream()
                                    .filter(m -> m.at("/conversationId").asText().equals(talk))
                                    .map(m -> m.at("/seq").asLong()))
                    .containsExactlyElementsOf(seqs);
        }
    }

    @Test
    void a_page_reaches_from_the_first_message_to_the_last_without_gap_or_repeat() {
        var moussa = server.signIn("moussa");
        var talk = moussa.talkTo(awa);
        IntStream.range(0, 25).forEach(i -> moussa.say(talk, "m" + i));
        var seen = new HashSet<String>();
        var page = awa.get("/api/conversations/%s/messages?limit=7".formatted(talk));
        while (true) {
            var messages = page.body().at("/messages");
            messages.forEach(message -> assertThat(seen.add(message.at("/id").asText())).isTrue());
            if (!page.body().at("/hasMoreBefore").asBoolean()) break;
            page =
                    awa.get(
                            "/api/conversations/%s/messages?limit=7&before=%d"
                                    .formatted(talk, messages.get(0).at("/seq").asLong()));
        }
        assertThat(seen.size()).isBetween(25, 26); // with or without the line that it began
    }

    @Test
    void two_who_press_the_same_button_a_thousand_times_press_it_once_each() {
        var talk = awa.talkTo(ibrahim);
        var message = "%s-%d".formatted(talk, awa.say(talk, "votez"));
        var liked = "{\"messageId\":\"%s\",\"emoji\":\"👍\"}".formatted(message);
        try (var a = TestSocket.of(server, awa);
                var i = TestSocket.of(server, ibrahim)) {
            var presses =
                    IntStream.range(0, 1_000)
                            .mapToObj(n -> (n % 2 == 0 ? a : i).askLater("add_reaction", liked))
                            .toList();
            assertThat(presses).allMatch(ack -> ack.join().at("/ok").asBoolean());
        }
        var reactions = awa.get("/api/messages/" + message).body().at("/message/reactions");
        assertThat(reactions).hasSize(1);
        assertThat(reactions.at("/0/userIds")).hasSize(2);
        var head = awa.get("/api/conversations/" + talk).number("/conversation/lastSeq");
        assertThat(message).isEqualTo("%s-%d".formatted(talk, head - 2));
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = threads.invokeAll(tasks);
            var all = new ArrayList<T>();
            for (var result : results) all.add(result.get());
            return all;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
