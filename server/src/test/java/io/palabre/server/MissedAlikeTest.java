// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Many ask for the same when they come back: what is written once for all is right for each.
@TestInstance(Lifecycle.PER_CLASS)
class MissedAlikeTest {
    private final RunningServer server = RunningServer.with("awa", "ibrahim", "claire");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final Someone claire = server.signIn("claire");

    @AfterAll
    void stop() {
        server.close();
    }

    private static String path(String conversation, long seq) {
        return "/api/messages/%s-%d".formatted(conversation, seq);
    }

    private static List<JsonNode> missed(Someone who, String group, long held) {
        return who.missed(0, Map.of(group, held)).stream()
                .filter(event -> event.at("/data/conversationId").asText().equals(group))
                .filter(event -> event.at("/data/ownSeq").isMissingNode())
                .toList();
    }

    private static List<String> heard(Someone who, String group, long held) {
        return missed(who, group, held).stream()
                .map(e -> e.at("/event").asText() + ' ' + e.at("/data/message/content").asText())
                .toList();
    }

    @Test
    void each_hears_the_same_by_both_doors_and_next_time_what_has_become_of_it() {
        var group = awa.group("Groupe", ibrahim, claire);
        long held = awa.say(group, "un");
        long seq = awa.say(group, "deux");
        assertThat(heard(ibrahim, group, held)).containsExactly("new_message deux");
        try (var back = TestSocket.of(server, claire)) {
            back.ask("sync", "{\"cursors\":{\"%s\":%d}}".formatted(group, held));
            var page = back.await("sync_page", data -> data.has("conversationId"));
            assertThat(page.at("/conversationId").asText()).isEqualTo(group);
            assertThat(page.at("/events").valueStream())
                    .containsExactlyElementsOf(missed(ibrahim, group, held));
        }

        awa.patch(path(group, seq), "{\"content\":\"2\"}");
        for (var who : List.of(ibrahim, claire, ibrahim)) {
            assertThat(heard(who, group, held))
                    .containsExactly("new_message 2", "message_updated 2");
        }
        awa.delete(path(group, seq));
        for (var who : List.of(ibrahim, claire, ibrahim)) {
            assertThat(heard(who, group, held)).hasSize(3).noneMatch(event -> event.contains("2"));
        }
    }

    @Test
    void who_has_hidden_a_message_does_not_get_it_from_what_the_others_hear() {
        var group = awa.group("Groupe", ibrahim, claire);
        long held = awa.say(group, "un");
        long seq = awa.say(group, "deux");
        awa.say(group, "trois");
        assertThat(heard(ibrahim, group, held))
                .containsExactly("new_message deux", "new_message trois");
        claire.delete(path(group, seq) + "?for=me");
        for (var turn = 0; turn < 2; turn++) {
            assertThat(heard(claire, group, held))
                    .containsExactly("message_updated ", "new_message trois");
            assertThat(heard(ibrahim, group, held))
                    .containsExactly("new_message deux", "new_message trois");
        }
    }

    @Test
    void what_is_quoted_is_for_those_who_saw_it() {
        var group = awa.group("Groupe", ibrahim);
        long secret = awa.say(group, "secret");
        awa.post(
                "/api/conversations/%s/members".formatted(group),
                "{\"userIds\":[\"%s\"]}".formatted(claire.id()));
        long held = awa.say(group, "un");
        awa.post(
                "/api/conversations/%s/messages".formatted(group),
                "{\"content\":\"oui\",\"replyTo\":\"%s-%d\"}".formatted(group, secret));
        assertThat(missed(ibrahim, group, held).toString()).contains("oui", "secret");
        assertThat(missed(claire, group, held).toString()).contains("oui").doesNotContain("secret");
    }
}
