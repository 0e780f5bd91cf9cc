// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// What front ends of the systems in `docs/from-the-seeds.md` say besides what is asked. Rows are
/// those of docs/security.md.
@TestInstance(Lifecycle.PER_CLASS)
class OlderFrontEndsTest {
    private final RunningServer server =
            RunningServer.with("awa", "ibrahim", "seller-456", "administrator");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final String talk = awa.talkTo(ibrahim);

    @AfterAll
    void stop() {
        server.close();
    }

    private String saying(String field, String id) {
        return "{\"conversationId\":\"%s\",\"%s\":\"%s\"}".formatted(talk, field, id);
    }

    @Test
    void events_may_say_whose_they_are_and_nobody_elses() {
        var events =
                List.of(
                        "join_conversation",
                        "typing_start",
                        "typing_stop",
                        "mark_as_read",
                        "mark_as_delivered",
                        "leave_conversation");
        try (var socket = TestSocket.of(server, awa)) {
            for (var event : events) {
                var own = socket.ask(event, saying("userId", awa.id()));
                assertThat(own.at("/ok").asBoolean()).as(event).isTrue();
                var other = socket.ask(event, saying("userId", ibrahim.id()));
                assertThat(other.at("/error/code").asText()).as(event).isEqualTo("unknown_field");
            }
            var typing = saying("userId", awa.id()).replace("}", ",\"isTyping\":true}");
            assertThat(socket.ask("typing", typing).at("/ok").asBoolean()).isTrue();
        }
    }

    @Test
    void messages_may_say_who_sends_them_and_nobody_else_row_40() {
        var message = "{\"senderId\":\"%s\",\"conversationId\":\"%s\",\"content\":\"Bonjour\"}";
        var sent = awa.post("/api/messages/send", message.formatted(awa.id(), talk));
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.text("/message/senderId")).isEqualTo(awa.id());
        var forged = awa.post("/api/messages/send", message.formatted(ibrahim.id(), talk));
        assertThat(forged.code()).isEqualTo("unknown_field");
        var number = "{\"conversationId\":\"%s\",\"content\":\"x\",\"senderId\":1}".formatted(talk);
        assertThat(awa.post("/api/messages/send", number).code()).isEqualTo("unknown_field");
    }

    @Test
    void a_socket_may_say_whose_it_is_beside_its_token_or_once_it_is_known() {
        var both = "{\"token\":\"%s\",\"userId\":\"%s\"}";
        try (var socket = TestSocket.anonymous(server, "{}", Map.of())) {
            assertThat(refused(socket, "\"%s\"".formatted(awa.id()))).isEqualTo("unauthenticated");
            var anothers = both.formatted(awa.token(), ibrahim.id());
            assertThat(refused(socket, anothers)).isEqualTo("unauthenticated");
            assertThat(refused(socket, "{\"userId\":\"%s\"}".formatted(awa.id())))
                    .isEqualTo("bad_request");
            var answer = socket.ask("authenticate", both.formatted(awa.token(), awa.id()));
            assertThat(answer.at("/user/id").asText()).isEqualTo(awa.id());
            for (var own : List.of("\"%s\"", "{\"userId\":\"%s\"}")) {
                var again = socket.ask("authenticate", own.formatted(awa.id()));
                assertThat(again.at("/user/id").asText()).isEqualTo(awa.id());
            }
        }
    }

    private static String refused(TestSocket socket, String argument) {
        return socket.ask("authenticate", argument).at("/error/code").asText();
    }

    @Test
    void a_sellers_button_may_name_the_seller_as_the_host_does() {
        var host = server.signIn("administrator");
        var product = "{\"sellerId\":\"seller-456\",\"title\":\"Lampe\"}";
        var put = host.send("PUT", "/api/products/product-123", product);
        assertThat(put.status()).isEqualTo(201);
        var seller = server.signIn("seller-456");
        assertThat(put.text("/product/sellerId")).isEqualTo(seller.id());
        var button =
                """
                {"productId":"product-123","sellerId":"seller-456","sellerName":"Nom du vendeur"}""";
        var opened = awa.post("/api/messages/conversations", button);
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.text("/conversation/product/sellerId")).isEqualTo(seller.id());
        var alone = seller.post("/api/messages/conversations", button);
        assertThat(alone.code()).isEqualTo("self_conversation");
        var nobodys = button.replace("seller-456", "seller-457");
        assertThat(awa.post("/api/messages/conversations", nobodys).code())
                .isEqualTo("person_not_found");
    }

    @Test
    void who_was_never_there_has_both_times_and_they_are_never() {
        var host = server.signIn("administrator");
        var made =
                host.post(
                        "/api/admin/users", "{\"username\":\"new\",\"password\":\"a b c d e f\"}");
        var seen = awa.get("/api/users/" + made.text("/user/id"));
        assertThat(seen.body().at("/user/lastSeen").isNull()).isTrue();
        assertThat(seen.body().at("/user/lastActive").isNull()).isTrue();
        assertThat(seen.body().at("/user/isOnline").asBoolean(true)).isFalse();
    }
}
