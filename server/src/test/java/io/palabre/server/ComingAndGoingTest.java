// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Somebody comes into a group and goes while others talk without a pause: the sockets hear what
/// the numbers say, not what came about the same time.
class ComingAndGoingTest {
    private static final int ROUNDS = 15;
    private static final int WORDS = 12;

    private final RunningServer server = RunningServer.with("owner", "ann", "ben", "guest");
    private final Someone owner = server.signIn("owner");
    private final Someone guest = server.signIn("guest");
    private final List<Someone> talkers = List.of(server.signIn("ann"), server.signIn("ben"));
    private final List<TestSocket> talking =
            talkers.stream().map(talker -> TestSocket.of(server, talker)).toList();
    private final TestSocket ear = TestSocket.of(server, guest);

    @AfterEach
    void close() {
        talking.forEach(TestSocket::close);
        ear.close();
        server.close();
    }

    @Test
    void a_guest_hears_from_their_coming_to_their_going_and_nothing_else() {
        for (int round = 0; round < ROUNDS; round++) {
            var group = group();
            var talk = talk(group);
            long come = come(group);
            long gone = go(group);
            talk.forEach(CompletableFuture::join);
            afterEverythingWasTold();
            assertThat(going(group).has("conversation")).isFalse();
            assertThat(heardOf(group))
                    .containsExactlyElementsOf(LongStream.rangeClosed(come, gone).boxed().toList());
        }
    }

    private String group() {
        var members = talkers.stream().map(talker -> "\"%s\"".formatted(talker.id())).toList();
        return owner.post(
                        "/api/conversations",
                        """
                        {"type": "group", "title": "Talk", "memberIds": %s}"""
                                .formatted(members))
                .text("/conversation/id");
    }

    private List<CompletableFuture<JsonNode>> talk(String group) {
        var words = "{\"conversationId\": \"%s\", \"content\": \"bla\"}".formatted(group);
        return IntStream.range(0, WORDS)
                .boxed()
                .flatMap(_ -> talking.stream())
                .map(socket -> socket.askLater("send_message", words))
                .toList();
    }

    private long come(String group) {
        owner.post(
                "/api/conversations/%s/members".formatted(group),
                "{\"userIds\": [\"%s\"]}".formatted(guest.id()));
        return line(group, "members_added");
    }

    private long go(String group) {
        owner.delete("/api/conversations/%s/members/%s".formatted(group, guest.id()));
        return line(group, "member_removed");
    }

    private long line(String group, String code) {
        var page = owner.get("/api/conversations/%s/messages?limit=200".formatted(group)).body();
        return Stream.of(page.at("/messages"))
                .flatMap(messages -> messages.valueStream())
                .filter(message -> message.at("/system/code").asText().equals(code))
                .findFirst()
                .orElseThrow()
                .at("/seq")
                .asLong();
    }

    /// What is told is told in order: with this, all that was said before has been.
    private void afterEverythingWasTold() {
        var aside = owner.talkTo(guest);
        long seq = owner.say(aside, "done");
        ear.await(
                "new_message",
                told ->
                        told.at("/conversationId").asText().equals(aside)
                                && told.at("/seq").asLong() == seq);
    }

    private JsonNode going(String group) {
        return ear.await(
                "conversation_updated",
                told ->
                        told.at("/conversationId").asText().equals(group)
                                && told.at("/message/system/code")
                                        .asText()
                                        .equals("member_removed"));
    }

    private List<Long> heardOf(String group) {
        return ear.heard().stream()
                .filter(h -> List.of("new_message", "conversation_updated").contains(h.event()))
                .filter(h -> h.data().at("/conversationId").asText().equals(group))
                .map(h -> h.data().at("/seq").asLong())
                .toList();
    }
}
