// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The server's clock is set forward and back by hours while everybody talks.
@Tag("slow")
class ClockTest {
    private static final List<Duration> STEPS =
            List.of(Duration.ofHours(5), Duration.ofHours(-7), Duration.ofDays(-1), Duration.ZERO);

    @Test
    void ids_order_times_and_presence_keep_their_promises() throws Exception {
        Scene.play(
                "clock",
                (scene, random) -> {
                    var cast = new Cast(scene);
                    cast.guest.emit("watch_presence", List.of(cast.people.ann().id()));
                    try (var _ = cast.talk(random)) {
                        for (var step : STEPS) {
                            scene.debugger().setClock(step);
                            cast.awaitAcknowledged(30);
                        }
                    }
                    cast.settle();
                    assertThat(cast.guest.events().all("presence_changed"))
                            .noneMatch(
                                    change ->
                                            change.path("isOnline").isBoolean()
                                                    && !change.path("isOnline").asBoolean());
                    cast.conversations.forEach(each -> inOrder(messages(cast, each)));
                    cast.holds();
                });
    }

    private static List<JsonNode> messages(Cast cast, String conversation) {
        var all = new ArrayList<JsonNode>();
        for (var more = true; more; ) {
            var after = all.isEmpty() ? 0 : all.getLast().path("seq").asLong();
            var path =
                    "/api/conversations/%s/messages?limit=200&after=%d"
                            .formatted(conversation, after);
            var page = cast.scene.rest().get(cast.people.ann(), path);
            page.body().path("messages").forEach(all::add);
            more = page.body().path("hasMoreAfter").asBoolean();
        }
        return all;
    }

    /// Five hours ahead, then a day behind: within a conversation time stands still, never goes
    /// back.
    private static void inOrder(List<JsonNode> messages) {
        assertThat(messages).extracting(it -> it.path("id").asText()).doesNotHaveDuplicates();
        var times = messages.stream().map(it -> Instant.parse(it.path("createdAt").asText()));
        assertThat(times.toList())
                .isSorted()
                .last()
                .matches(Instant.now().plusSeconds(3_600)::isBefore);
    }
}
