// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Who writes, with real sockets. None of these sockets has joined the conversation.
@TestInstance(Lifecycle.PER_CLASS)
class TypingTest {
    private final RunningServer server = RunningServer.with("awa", "ibrahim", "claire", "stranger");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final Someone claire = server.signIn("claire");
    private String group = "";
    private TestSocket writer = TestSocket.of(server, awa);
    private TestSocket reader = TestSocket.of(server, ibrahim);

    @BeforeEach
    void meet() {
        group = awa.group("Port", ibrahim, claire);
        writer = TestSocket.of(server, awa);
        reader = TestSocket.of(server, ibrahim);
    }

    @AfterEach
    void part() {
        writer.close();
        reader.close();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void all_other_members_hear_it_and_nobody_else() {
        try (var second = TestSocket.of(server, awa);
                var third = TestSocket.of(server, claire);
                var stranger = TestSocket.of(server, server.signIn("stranger"))) {
            writer.ask("typing_start", here());
            assertThat(reader.await("user_typing").at("/userId").asText()).isEqualTo(awa.id());
            third.await("user_typing");
            writer.ask("typing_stop", "{\"conversationId\":\"%s\"}".formatted(group));
            reader.await("user_typing", data -> !data.at("/isTyping").asBoolean());
            awa.say(group, "Bonjour");
            second.await("new_message");
            assertThat(second.heard("user_typing")).isEmpty();
            assertThat(writer.heard("user_typing")).isEmpty();
            assertThat(stranger.heard("user_typing")).isEmpty();
        }
    }

    @Test
    void a_message_ends_it_before_it_is_heard() {
        writer.ask("typing", "{\"conversationId\":\"%s\",\"isTyping\":true}".formatted(group));
        writer.ask(
                "send_message",
                "{\"conversationId\":\"%s\",\"content\":\"Bonjour\"}".formatted(group));
        reader.await("new_message");
        assertThat(told()).containsExactly(true, false);
        assertThat(reader.heard())
                .extracting(TestSocket.Heard::event)
                .containsSubsequence("user_typing", "user_typing", "new_message");
    }

    @Test
    void the_end_of_the_connection_ends_it() {
        writer.ask("typing_start", here());
        writer.close();
        reader.await("user_typing", data -> !data.at("/isTyping").asBoolean());
    }

    @Test
    void leaving_the_group_or_the_screen_ends_it() {
        writer.ask("typing_start", here());
        writer.ask("leave_conversation", here());
        reader.await("user_typing", data -> !data.at("/isTyping").asBoolean());
        try (var leaver = TestSocket.of(server, claire)) {
            leaver.ask("typing_start", here());
            claire.post("/api/conversations/%s/leave".formatted(group), "");
            reader.await(
                    "user_typing",
                    data ->
                            data.at("/userId").asText().equals(claire.id())
                                    && !data.at("/isTyping").asBoolean());
        }
    }

    @Test
    void keys_are_passed_on_every_three_seconds_and_fade_after_six() {
        long begun = System.nanoTime();
        for (int key = 0; key < 30; key++) writer.ask("typing_start", here());
        reader.await("user_typing", data -> !data.at("/isTyping").asBoolean());
        var took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(took).isBetween(Duration.ofMillis(5_900), Duration.ofSeconds(9));
        assertThat(told()).containsExactly(true, true, false);
    }

    @Test
    void who_is_invisible_is_not_seen_to_write() {
        writer.ask("typing_start", here());
        reader.await("user_typing");
        writer.ask("set_status", "\"invisible\"");
        reader.await("user_typing", data -> !data.at("/isTyping").asBoolean());
        assertThat(writer.ask("typing_start", here()).at("/ok").asBoolean()).isTrue();
        awa.say(group, "Bonjour");
        reader.await("new_message");
        assertThat(told()).containsExactly(true, false);
        writer.ask("set_status", "\"available\"");
    }

    @Test
    void blocked_people_do_not_see_each_other_write() {
        try (var third = TestSocket.of(server, claire)) {
            claire.post("/api/users/%s/block".formatted(awa.id()), "");
            writer.ask("typing_start", here());
            reader.await("user_typing");
            third.ask("typing_start", here());
            reader.await("user_typing", data -> data.at("/userId").asText().equals(claire.id()));
            awa.say(group, "Bonjour");
            third.await("new_message");
            assertThat(third.heard("user_typing")).isEmpty();
            assertThat(writer.heard("user_typing")).isEmpty();
        } finally {
            claire.delete("/api/users/%s/block".formatted(awa.id()));
        }
    }

    @Test
    void who_is_not_a_member_may_not() {
        try (var stranger = TestSocket.of(server, server.signIn("stranger"))) {
            var answer = stranger.ask("typing_start", here());
            assertThat(answer.at("/error/code").asText()).isEqualTo("not_found");
        }
    }

    private List<Boolean> told() {
        return reader.heard("user_typing").stream()
                .map(data -> data.at("/isTyping").asBoolean())
                .toList();
    }

    private String here() {
        return "\"%s\"".formatted(group);
    }
}
