// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// How much there is to read in all, as the server says it.
@TestInstance(Lifecycle.PER_CLASS)
class TotalsTest {
    private static final int ROUNDS = 60;

    private final RunningServer server = RunningServer.with("awa", "ibrahim");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final String talk = awa.talkTo(ibrahim);

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void the_last_total_a_socket_hears_is_the_newest_though_another_device_reads_as_it_connects() {
        try (var desk = TestSocket.of(server, ibrahim)) {
            for (int round = 0; round < ROUNDS; round++) {
                awa.say(talk, "lis");
                var connecting =
                        CompletableFuture.supplyAsync(() -> TestSocket.of(server, ibrahim));
                desk.ask("mark_as_read", "\"%s\"".formatted(talk));
                try (var phone = connecting.join()) {
                    var last = "fin " + round;
                    desk.ask("send_message", said(last));
                    phone.await(
                            "new_message",
                            data -> data.at("/message/content").asText().equals(last));
                    assertThat(phone.heard("unread_total").getLast().at("/total").asLong())
                            .as("round %d", round)
                            .isZero();
                }
            }
        }
    }

    private String said(String words) {
        return "{\"conversationId\":\"%s\",\"content\":\"%s\"}".formatted(talk, words);
    }

    @Test
    void a_mute_that_is_over_by_itself_says_it_also_after_a_restart() throws Exception {
        var own = RunningServer.with("awa", "ibrahim");
        try {
            var reader = own.signIn("ibrahim");
            var group = own.signIn("awa").group("Marché", reader);
            own.signIn("awa").say(group, "lis");
            assertThat(mute(reader, group, 1)).isEqualTo(200);
            try (var socket = TestSocket.of(own, reader)) {
                socket.await("unread_total", data -> isOne(data, group));
            }
            assertThat(mute(reader, group, 4)).isEqualTo(200);
            own = own.again();
            try (var socket = TestSocket.of(own, reader.at(own))) {
                socket.await("unread_total", data -> isOne(data, group));
                assertThat(socket.heard("unread_total").getFirst().at("/total").asLong()).isZero();
            }
        } finally {
            own.close();
        }
    }

    private static int mute(Someone by, String conversation, int seconds) {
        var until = Instant.now().plusSeconds(seconds);
        var wish = "{\"mutedUntil\":\"%s\"}".formatted(until);
        return by.patch("/api/conversations/%s/me".formatted(conversation), wish).status();
    }

    private static boolean isOne(JsonNode told, String conversation) {
        return told.at("/conversationId").asText().equals(conversation)
                && told.at("/total").asLong() == 1
                && told.at("/unreadCount").asLong() == 1;
    }

    @Test
    void what_cannot_move_it_does_not_say_it_again() {
        try (var socket = TestSocket.of(server, ibrahim)) {
            var me = "/api/conversations/%s/me".formatted(talk);
            for (var wish :
                    new String[] {"\"pinned\":true", "\"draft\":\"a\"", "\"markedUnread\":true"}) {
                assertThat(ibrahim.patch(me, "{%s}".formatted(wish)).status()).isEqualTo(200);
            }
            socket.await("conversation_me", data -> data.at("/me/markedUnread").asBoolean());
            assertThat(ibrahim.patch(me, "{\"archived\":true}").status()).isEqualTo(200);
            socket.await("unread_total", data -> data.has("conversationId"));
            assertThat(socket.heard("unread_total")).hasSize(2);
            ibrahim.patch(me, "{\"pinned\":false,\"archived\":false,\"markedUnread\":false}");
        }
    }
}
