// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.palabre.e2e.clients.ClientRefused;
import io.palabre.e2e.clients.LiveClient;
import io.palabre.e2e.clients.Person;
import io.palabre.e2e.clients.Transports;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What people do with an unchanged `socket.io-client`, whichever way it travels.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTest {
    private Scene scene;
    private Person admin;
    private Person manager;

    @BeforeAll
    void open() throws IOException {
        scene = Scene.open("journeys");
        admin = scene.rest().login("admin", "admin");
        manager = scene.rest().login("manager", "manager");
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @EnumSource
    void signing_in_greets_and_tells_what_is_unread(Transports transports) {
        var device = scene.clients().device("sign-in " + transports);
        var person = device.login("admin", "admin");
        device.connect(transports);

        var hello = device.events().await("authenticated");
        assertThat(hello.at("/user/id").asText()).isEqualTo(person.id());
        assertThat(hello.at("/server/durability").asText()).isEqualTo("disk");
        assertThat(hello.path("epoch").asText()).isNotEmpty();
        assertThat(hello.path("ownSeq").isNumber()).isTrue();
        assertThat(device.events().await("unread_total").path("total").isNumber()).isTrue();
        Await.until(
                "travels by " + transports.last(),
                Duration.ofSeconds(5),
                () -> device.transport().equals(transports.last()));
    }

    @ParameterizedTest
    @EnumSource
    void a_stranger_may_only_authenticate(Transports transports) {
        var device = scene.clients().device("stranger " + transports);
        device.connectAs(null, transports);

        var refused = device.emit("sync", Map.of("cursors", Map.of()));
        assertThat(refused.path("ok").asBoolean()).isFalse();
        assertThat(refused.at("/error/code").asText()).isEqualTo("unauthenticated");

        var wrong = device.emit("authenticate", Map.of("token", "not a token"));
        assertThat(wrong.at("/error/code").asText()).isEqualTo("unauthenticated");

        var answer = device.emit("authenticate", Map.of("token", manager.token()));
        assertThat(answer.path("ok").asBoolean()).isTrue();
        assertThat(answer.at("/user/id").asText()).isEqualTo(manager.id());
        device.events().await("authenticated");
    }

    @ParameterizedTest
    @EnumSource
    void a_bad_token_is_a_connect_error_with_its_code(Transports transports) {
        var device = scene.clients().device("bad token " + transports);
        assertThatThrownBy(() -> device.connectAs("not a token", transports))
                .isInstanceOf(ClientRefused.class)
                .hasMessageContaining("unauthenticated");
    }

    @ParameterizedTest
    @EnumSource
    void a_message_is_acknowledged_and_reaches_both_once(Transports transports) {
        var two = meet(transports);
        var wish =
                Map.of(
                        "conversationId",
                        two.conversation(),
                        "content",
                        "Bonjour !",
                        "clientId",
                        "1");

        var sent = two.bob().emit("send_message", wish);
        assertThat(sent.path("ok").asBoolean()).isTrue();
        assertThat(sent.path("durable").asText()).isEqualTo("disk");
        assertThat(sent.at("/message/seq").asLong()).isEqualTo(2);
        assertThat(sent.at("/message/ord").asLong()).isEqualTo(1);
        for (var each : List.of(two.ann(), two.bob())) {
            var heard = each.events().await("new_message", in(two.conversation()));
            assertThat(heard.path("message")).isEqualTo(sent.path("message"));
            assertThat(heard.path("seq").asLong()).isEqualTo(2);
        }

        var again = two.bob().emit("send_message", wish);
        assertThat(again.path("repeated").asBoolean()).isTrue();
        assertThat(again.path("message")).isEqualTo(sent.path("message"));
        assertThat(scene.rest().lines(admin, two.conversation()))
                .filteredOn(entry -> "1".equals(entry.cid()))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void reading_tells_the_other_and_lowers_the_count(Transports transports) {
        var two = meet(transports);
        // a bare id and an object are the same
        assertThat(two.bob().emit("join_conversation", two.conversation()).path("ok").asBoolean())
                .isTrue();
        var where = Map.of("conversationId", two.conversation());
        assertThat(two.ann().emit("join_conversation", where).path("seq").asLong()).isEqualTo(1);
        var message = Map.of("conversationId", two.conversation(), "content", "lu ?");
        assertThat(two.bob().emit("send_message", message).path("ok").asBoolean()).isTrue();
        two.ann().events().await("new_message", in(two.conversation()));

        var read = two.ann().emit("mark_as_read", where);
        assertThat(read.path("readOrd").asLong()).isEqualTo(1);
        assertThat(read.path("unreadCount").asLong()).isZero();

        var told = two.bob().events().await("messages_read", in(two.conversation()));
        assertThat(told.path("userId").asText()).isEqualTo(admin.id());
        assertThat(told.path("ord").asLong()).isEqualTo(1);
        var total = two.ann().events().await("unread_total", in(two.conversation()));
        assertThat(total.path("unreadCount").asLong()).isZero();
        assertThat(total.path("total")).isEqualTo(read.path("unreadTotal"));
    }

    @ParameterizedTest
    @EnumSource
    void a_cut_line_comes_back_by_itself_and_brings_what_was_missed(Transports transports) {
        var two = meet(transports);
        two.bob().follow(List.of(two.conversation()), 1);
        two.bob().events().forget();
        two.bob().dropLine();
        var missed = two.ann().send(two.conversation(), "missed", "coucou", true).join();
        assertThat(missed.path("seq").asLong()).isEqualTo(2);

        two.bob().events().await("authenticated");
        Await.until(
                () -> "bob has both; he heard " + two.bob().events(),
                Duration.ofSeconds(5),
                () -> two.bob().cursor(two.conversation()) == 2);
        var after = two.ann().send(two.conversation(), "after", "te revoilà", true).join();
        assertThat(after.path("seq").asLong()).isEqualTo(3);
        two.bob().events().await("new_message", heard -> heard.path("seq").asLong() == 3);
    }

    private record Two(LiveClient ann, LiveClient bob, String conversation) {}

    /// The admin and the manager, connected, in a conversation that they have just heard of.
    private Two meet(Transports transports) {
        var name = "%s %d".formatted(transports, System.nanoTime());
        var ann = scene.clients().device("admin " + name, admin).connect(transports);
        var bob = scene.clients().device("manager " + name, manager).connect(transports);
        var conversation = scene.rest().group(admin, name, List.of(manager));
        ann.events().await("new_conversation", in(conversation));
        var heard = bob.events().await("new_conversation", in(conversation));
        assertThat(heard.at("/conversation/title").asText()).isEqualTo(name);
        return new Two(ann, bob, conversation);
    }

    private static Predicate<JsonNode> in(String conversation) {
        return data -> data.path("conversationId").asText().equals(conversation);
    }
}
