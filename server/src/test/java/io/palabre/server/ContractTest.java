// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.edge.Event;
import io.palabre.server.testing.Contract;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// What the running server says has the shapes of `openapi.yaml`, and it has the routes and events
/// that are written there, no more and no fewer.
@TestInstance(Lifecycle.PER_CLASS)
class ContractTest {
    private final Contract contract = Contract.read();
    private final RunningServer server =
            RunningServer.with("awa", "ibrahim", "claire", "administrator");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final Someone claire = server.signIn("claire");

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void the_server_has_the_routes_that_are_written_and_no_others() {
        var served =
                server.palabre().routes().stream()
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toSet());
        assertThat(served).isEqualTo(contract.routes());
    }

    @Test
    void the_server_takes_the_events_that_are_written_and_no_others() {
        var taken = server.palabre().events().stream().map(Event::name).collect(Collectors.toSet());
        taken.add("authenticate");
        assertThat(taken).isEqualTo(contract.clientEvents());
    }

    @Test
    void every_answer_has_the_shape_that_is_written() {
        var talk = awa.talkTo(ibrahim);
        long seq = awa.say(talk, "Bonjour");
        var group = awa.group("Marché", ibrahim);
        var one = "/api/conversations/{conversationId}";

        get("/api/health", "/api/health");
        get("/api/auth/session", "/api/auth/session");
        get("/api/auth/sessions", "/api/auth/sessions");
        get("/api/users", "/api/users?search=ibra");
        get("/api/users/me", "/api/users/me");
        get("/api/users/online", "/api/users/online?limit=2");
        get("/api/users/{userId}", "/api/users/" + ibrahim.id());
        post("/api/users/{userId}/block", "/api/users/%s/block".formatted(claire.id()), "");
        get("/api/users/me/blocks", "/api/users/me/blocks");
        contract.check(
                "DELETE",
                "/api/users/{userId}/block",
                awa.delete("/api/users/%s/block".formatted(claire.id())));
        get("/api/conversations/check", "/api/conversations/check?userId=" + ibrahim.id());
        get("/api/conversations/check", "/api/conversations/check?userId=" + claire.id());
        get("/api/conversations", "/api/conversations?limit=1");
        get("/api/conversations", "/api/conversations?search=ibrahim");
        get("/api/messages/conversations", "/api/messages/conversations");
        get(one, "/api/conversations/" + group);
        get(one + "/messages", "/api/conversations/%s/messages?around=%d".formatted(group, seq));
        get(one + "/messages", "/api/conversations/%s/messages?unread=true".formatted(group));
        get("/api/messages/conversations/{conversationId}", "/api/messages/conversations/" + talk);

        post(
                "/api/conversations/check",
                "/api/conversations/check",
                "{\"userId\":\"%s\"}".formatted(claire.id()));
        post(
                "/api/conversations",
                "/api/conversations",
                "{\"userId\":\"%s\"}".formatted(ibrahim.id()));
        post(
                "/api/messages/conversations",
                "/api/messages/conversations",
                "{\"userId\":\"%s\"}".formatted(claire.id()));
        post(
                "/api/messages/send",
                "/api/messages/send",
                "{\"conversationId\":\"%s\",\"content\":\"a\",\"replyTo\":\"%s-%d\"}"
                        .formatted(talk, talk, seq));
        post(
                one + "/messages",
                "/api/conversations/%s/messages".formatted(talk),
                "{\"content\":\"b\",\"clientId\":\"b\"}");
        post(
                one + "/messages",
                "/api/conversations/%s/messages".formatted(talk),
                "{\"content\":\"b\",\"clientId\":\"b\"}");
        post(one + "/delivered", "/api/conversations/%s/delivered".formatted(talk), "");
        ibrahim.post("/api/conversations/%s/read".formatted(talk), "");
        get(
                "/api/messages/{messageId}/receipts",
                "/api/messages/%s-%d/receipts".formatted(talk, seq));
        post(one + "/read", "/api/conversations/%s/read".formatted(talk), "");
        post(
                one + "/members",
                "/api/conversations/%s/members".formatted(group),
                "{\"userIds\":[\"%s\"]}".formatted(claire.id()));
        var message = "/api/messages/{messageId}";
        var said = "/api/messages/%s-%d".formatted(talk, seq);
        contract.check("PATCH", message, awa.patch(said, "{\"content\":\"Bonsoir\"}"));
        get(message, said);
        post(
                message + "/forward",
                said + "/forward",
                "{\"conversationIds\":[\"%s\"],\"clientId\":\"f\"}".formatted(group));
        for (var thing : new String[] {"/reactions/{emoji}", "/pin"}) {
            var path = said + thing.replace("{emoji}", "%F0%9F%91%8D");
            contract.check("PUT", message + thing, awa.send("PUT", path, ""));
            get(one + "/pins", "/api/conversations/%s/pins".formatted(talk));
            contract.check("DELETE", message + thing, awa.delete(path));
        }
        contract.check("DELETE", message, ibrahim.delete(said + "?for=me"));
        contract.check("DELETE", message, awa.delete(said));
        get(message, said);
        post("/api/users/heartbeat", "/api/users/heartbeat", "");
        post("/api/users/heartbeat", "/api/users/heartbeat", "{\"idleMs\":1000}");
        post("/api/sync", "/api/sync", "{\"cursors\":{\"%s\":0,\"%s\":0}}".formatted(talk, group));
        post(
                "/api/auth/login",
                "/api/auth/login",
                "{\"username\":\"awa\",\"password\":\"%s\"}".formatted(RunningServer.password()));
        contract.check(
                "PATCH", one, awa.patch("/api/conversations/" + group, "{\"title\":\"Noël\"}"));
        contract.check(
                "PATCH",
                "/api/users/me",
                awa.patch("/api/users/me", "{\"status\":\"away\",\"statusText\":\"là\"}"));
        contract.check(
                "PATCH",
                one,
                awa.patch("/api/conversations/" + group, "{\"avatarUrl\":\"/pictures/x.png\"}"));
        contract.check(
                "PATCH",
                one + "/members/{userId}",
                awa.patch(
                        "/api/conversations/%s/members/%s".formatted(group, ibrahim.id()),
                        "{\"role\":\"admin\"}"));
        contract.check(
                "PATCH",
                one + "/me",
                awa.patch(
                        "/api/conversations/%s/me".formatted(talk),
                        "{\"mutedUntil\":\"9999-12-31T00:00:00Z\",\"draft\":\"a\"}"));
        contract.check(
                "DELETE", one + "/me", awa.delete("/api/conversations/%s/me".formatted(talk)));
        get(one, "/api/conversations/" + talk);
        contract.check("GET", one, awa.get("/api/conversations/nowhere"));
        contract.check("POST", "/api/auth/login", server.nobody().post("/api/auth/login", "{"));
    }

    @Test
    void every_answer_to_operators_has_the_shape_that_is_written() {
        var operator = server.signIn("administrator");
        var here = "/api/admin/presence";
        contract.check("GET", here, operator.get(here));
        contract.check("GET", here + "/{userId}", operator.get(here + "/awa"));
        contract.check("GET", here + "/{userId}", operator.get(here + "/nobody"));
        contract.check("POST", here + "/probes", operator.post(here + "/probes", ""));
        contract.check("POST", here + "/stale", operator.post(here + "/stale", ""));
        contract.check("POST", here + "/cleanup", operator.post(here + "/cleanup", ""));
    }

    @Test
    void every_answer_about_accounts_has_the_shape_that_is_written() {
        var operator = server.operator();
        var here = "/api/admin/users";
        contract.check("GET", here, operator.get(here + "?limit=1"));
        contract.check("POST", here, operator.post(here, "{\"username\":\"moussa\"}"));
        contract.check("POST", here, operator.post(here, "{\"username\":\"moussa\"}"));
        var many = "{\"users\":[{\"username\":\"moussa\"},{\"username\":\"fatou\"}]}";
        contract.check("POST", here + "/batch", operator.post(here + "/batch", many));
        contract.check("GET", here + "/{userId}", operator.get(here + "/moussa"));
        contract.check(
                "PATCH",
                here + "/{userId}",
                operator.patch(here + "/moussa", "{\"disabled\":true}"));
        contract.check(
                "POST", here + "/{userId}/sessions", operator.post(here + "/fatou/sessions", ""));
    }

    @Test
    void every_event_and_acknowledgement_has_the_shape_that_is_written() {
        try (var a = TestSocket.of(server, awa);
                var i = TestSocket.of(server, ibrahim)) {
            var group = awa.group("Port", ibrahim);
            acknowledged(a, "authenticate", "\"%s\"".formatted(awa.token()));
            acknowledged(a, "join_conversation", "\"%s\"".formatted(group));
            acknowledged(
                    a,
                    "send_message",
                    "{\"conversationId\":\"%s\",\"content\":\"Bonjour\"}".formatted(group));
            acknowledged(
                    i,
                    "mark_as_delivered",
                    "{\"conversationId\":\"%s\",\"seq\":2}".formatted(group));
            a.await("messages_delivered");
            acknowledged(
                    a,
                    "edit_message",
                    "{\"messageId\":\"%s-2\",\"content\":\"b\"}".formatted(group));
            acknowledged(
                    i,
                    "delete_message",
                    "{\"messageId\":\"%s-2\",\"for\":\"me\"}".formatted(group));
            acknowledged(a, "delete_message", "\"%s-2\"".formatted(group));
            i.await("message_hidden");
            acknowledged(
                    a,
                    "send_message",
                    "{\"conversationId\":\"%s\",\"content\":\"c\"}".formatted(group));
            var liked = "{\"messageId\":\"%s-5\",\"emoji\":\"👍\"}".formatted(group);
            acknowledged(i, "add_reaction", liked);
            acknowledged(i, "remove_reaction", liked);
            acknowledged(
                    i, "mark_as_read", "{\"conversationId\":\"%s\",\"seq\":2}".formatted(group));
            acknowledged(i, "typing_start", "\"%s\"".formatted(group));
            acknowledged(i, "typing_stop", "\"%s\"".formatted(group));
            acknowledged(
                    i, "typing", "{\"conversationId\":\"%s\",\"isTyping\":true}".formatted(group));
            acknowledged(a, "typing_start", "\"%s\"".formatted(group));
            i.await("user_typing");
            a.await("user_typing");
            acknowledged(i, "sync", "{\"cursors\":{\"%s\":0}}".formatted(group));
            acknowledged(a, "leave_conversation", "{\"conversationId\":\"%s\"}".formatted(group));
            contract.checkRefusal(a.ask("join_conversation", "\"nowhere\""));
            acknowledged(i, "sync", "{\"epoch\":\"01ARZ3NDEKTSV4RRFFQ69G5FAV\",\"cursors\":{}}");
            awa.patch("/api/conversations/" + group, "{\"title\":\"Le port\"}");
            awa.delete("/api/conversations/%s/members/%s".formatted(group, ibrahim.id()));
            i.await("conversation_removed");
            a.await("messages_read");
            i.await("unread_total", data -> data.has("conversationId"));

            ibrahim.post("/api/users/%s/block".formatted(claire.id()), "");
            i.await("blocks_changed");
            ibrahim.patch(
                    "/api/conversations/%s/me".formatted(ibrahim.talkTo(awa)), "{\"pinned\":true}");
            i.await("conversation_me");

            presence(a, i);

            a.heard().forEach(event -> contract.checkEvent(event.event(), event.data()));
            i.heard().forEach(event -> contract.checkEvent(event.event(), event.data()));
            assertThat(Stream.concat(a.heard().stream(), i.heard().stream()))
                    .extracting(TestSocket.Heard::event)
                    .containsAll(heardHere());
        }
    }

    @Test
    void products_and_conversations_about_them_have_the_shapes_that_are_written() {
        var host = server.signIn("administrator");
        var one = "/api/products/{productId}";
        var lamp =
                "{\"sellerId\":\"%s\",\"title\":\"Lampe\",\"price\":49.90,\"currency\":\"EUR\",\"imageUrl\":\"/demo/x.svg\"}"
                        .formatted(ibrahim.id());
        contract.check("PUT", one, host.send("PUT", "/api/products/lampe-1", lamp));
        contract.check("PUT", one, host.send("PUT", "/api/products/lampe-1", lamp));
        get("/api/products", "/api/products?search=lampe");
        get(one, "/api/products/lampe-1");
        get(one, "/api/products/none");
        post(
                "/api/conversations",
                "/api/conversations",
                "{\"productId\":\"lampe-1\",\"sellerId\":\"%s\"}".formatted(ibrahim.id()));
        get("/api/conversations", "/api/conversations");
    }

    /// What takes a crowd or much time is held to its shape in [ReceiptsTest] and [SessionEndTest].
    private Set<String> heardHere() {
        var events = contract.serverEvents();
        events.remove("messages_read_many");
        events.remove("auth_expiring");
        return events;
    }

    private void presence(TestSocket a, TestSocket i) {
        acknowledged(i, "heartbeat", "{\"idleMs\":0}");
        acknowledged(i, "heartbeat", "");
        acknowledged(i, "watch_presence", "[\"%s\",\"%s\"]".formatted(awa.id(), claire.id()));
        acknowledged(a, "set_status", "\"invisible\"");
        i.await("user_offline");
        acknowledged(a, "set_status", "{\"status\":\"busy\",\"statusText\":\"là\"}");
        i.await("user_online");
        i.await("presence_changed", data -> data.at("/status").asText().equals("busy"));
    }

    private void acknowledged(TestSocket socket, String event, String argument) {
        contract.checkAck(event, socket.ask(event, argument));
    }

    private void get(String route, String path) {
        contract.check("GET", route, awa.get(path));
    }

    private void post(String route, String path, String body) {
        contract.check("POST", route, awa.post(path, body));
    }
}
