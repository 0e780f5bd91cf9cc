// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.palabre.server.testing.Deed;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Snapshot;
import io.palabre.server.testing.Someone;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a client held before, and the events since, make what it would load now: for each thing
/// that can be done with a message.
@TestInstance(Lifecycle.PER_CLASS)
class SnapshotTest {
    private final RunningServer server = RunningServer.with("awa", "ibrahim");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");

    @AfterAll
    void stop() {
        server.close();
    }

    /// A conversation whose messages 2 and 3 are Awa's and Ibrahim's reply.
    record Talk(Someone awa, Someone ibrahim, String id) {
        String message(long seq) {
            return "/api/messages/%s-%d".formatted(id, seq);
        }
    }

    static List<Deed<Talk>> deeds() {
        return List.of(
                new Deed<>("send", talk -> talk.awa().say(talk.id(), "Encore")),
                new Deed<>(
                        "reply",
                        talk ->
                                talk.awa()
                                        .post(
                                                "/api/conversations/%s/messages"
                                                        .formatted(talk.id()),
                                                "{\"content\":\"a\",\"replyTo\":\"%s-3\"}"
                                                        .formatted(talk.id()))),
                new Deed<>(
                        "edit",
                        talk -> talk.awa().patch(talk.message(2), "{\"content\":\"autre\"}")),
                new Deed<>(
                        "react",
                        talk ->
                                talk.awa()
                                        .send(
                                                "PUT",
                                                talk.message(3) + "/reactions/%F0%9F%91%8D",
                                                "")),
                new Deed<>(
                        "react and unreact",
                        talk -> {
                            talk.awa().send("PUT", talk.message(3) + "/reactions/%F0%9F%91%8D", "");
                            talk.awa().send("PUT", talk.message(2) + "/reactions/%F0%9F%98%80", "");
                            talk.awa().delete(talk.message(3) + "/reactions/%F0%9F%91%8D");
                        }),
                new Deed<>("pin", talk -> talk.awa().send("PUT", talk.message(3) + "/pin", "")),
                new Deed<>(
                        "pin, then delete",
                        talk -> {
                            talk.awa().send("PUT", talk.message(2) + "/pin", "");
                            talk.awa().delete(talk.message(2));
                        }),
                new Deed<>("delete for all", talk -> talk.awa().delete(talk.message(2))),
                new Deed<>(
                        "delete for me",
                        talk -> talk.ibrahim().delete(talk.message(2) + "?for=me")),
                new Deed<>(
                        "edit, then delete",
                        talk -> {
                            talk.awa().patch(talk.message(2), "{\"content\":\"autre\"}");
                            talk.awa().delete(talk.message(2));
                        }));
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void an_old_snapshot_and_the_events_since_are_a_new_snapshot(Deed<Talk> deed) {
        var id = awa.group("G", ibrahim);
        awa.say(id, "Question ?");
        ibrahim.post(
                "/api/conversations/%s/messages".formatted(id),
                "{\"content\":\"Réponse\",\"replyTo\":\"%s-2\"}".formatted(id));
        var held = Snapshot.of(ibrahim, id);
        deed.deed().accept(new Talk(awa, ibrahim, id));
        var fresh = Snapshot.of(ibrahim, id);
        assertThat(fresh.messages()).isNotEqualTo(held.messages());
        held.catchUp(ibrahim);
        assertThat(held.messages()).isEqualTo(fresh.messages());
        assertThat(held.messages()).allMatch(JsonNode::isObject);
    }
}
