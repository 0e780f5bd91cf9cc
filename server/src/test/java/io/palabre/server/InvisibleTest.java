// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.palabre.server.edge.Route;
import io.palabre.server.testing.MovableTime;
import io.palabre.server.testing.Pictures;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody invisible comes, writes, reads and goes. Every route that answers something, and every
/// event that is heard, is the same for others as if they had stayed away.
class InvisibleTest {
    /// Tells operators of the invisible, and is meant to.
    private static final String FOR_OPERATORS = "/api/admin/presence/{userId}";

    /// Not about anybody.
    private static final String HEALTH = "/api/health";

    /// What goes by itself: ends of graces, and what is told in one go.
    private static final Duration TO_SETTLE = Duration.ofMillis(2_500);

    /// So long what people left behind waits to be stored.
    private static final Duration TO_BE_STORED = Duration.ofSeconds(31);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MovableTime time = new MovableTime();
    private final RunningServer server =
            RunningServer.at(time, Map.of(), "awa", "claire", "ibrahim", "administrator");
    private final Someone claire = server.signIn("claire");
    private final Someone administrator = server.signIn("administrator");
    private final List<TestSocket> eyes = new ArrayList<>();
    private Someone awa = server.signIn("awa");
    private String talk = "";
    private Map<String, String> names = Map.of();

    @BeforeEach
    void a_group_in_which_awa_hides_and_leaves() throws InterruptedException {
        talk = awa.talkTo(claire);
        administrator.talkTo(awa);
        var group = group();
        claire.say(talk, "tu es là ?");
        long said = claire.say(group, "bonjour à tous");
        names = names(group, group + "-" + said);
        awa.patch("/api/users/me", "{\"status\":\"invisible\",\"statusText\":\"caché\"}");
        awa.post("/api/auth/logout", "");
        for (var someone : List.of(claire, administrator)) {
            var eye = TestSocket.of(server, someone);
            eye.ask("watch_presence", "[\"%s\"]".formatted(awa.id()));
            eye.ask("join_conversation", "\"%s\"".formatted(talk));
            eye.ask("join_conversation", "\"%s\"".formatted(group));
            eyes.add(eye);
        }
        settle();
        awaitStored();
    }

    /// When awa was there is stored behind what asks for it.
    private void awaitStored() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (claire.get("/api/users/" + awa.id()).body().at("/user/lastActive").isNull()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            settle();
        }
    }

    private String group() {
        return administrator
                .post(
                        "/api/conversations",
                        """
                        {"type": "group", "title": "Port", "memberIds": ["%s", "%s"]}"""
                                .formatted(awa.id(), claire.id()))
                .text("/conversation/id");
    }

    private Map<String, String> names(String group, String message) {
        var picture = claire.upload("a.png", Pictures.png(8, 8)).text("/attachment/id");
        var lamp = "{\"sellerId\":\"%s\",\"title\":\"Lampe\"}".formatted(awa.id());
        administrator.send("PUT", "/api/products/lampe", lamp);
        return Map.ofEntries(
                entry("conversationId", group),
                entry("messageId", message),
                entry("userId", awa.id()),
                entry("productId", "lampe"),
                entry("attachmentId", picture),
                entry("uploadId", "none"));
    }

    @AfterEach
    void stop() {
        eyes.forEach(TestSocket::close);
        server.close();
    }

    @Test
    void nothing_that_others_see_changes_whatever_the_invisible_do() throws InterruptedException {
        var before = seen();
        var heard = eyes.stream().map(TestSocket::heard).toList();
        same(before, "by being looked at");

        awa = server.signIn("awa");
        try (var desk = TestSocket.of(server, awa);
                var phone = TestSocket.of(server, awa)) {
            same(before, "after coming");
            writeAndRead(desk);
            phone.ask("set_status", "{\"statusText\":\"toujours caché\"}");
            awa.patch("/api/users/me", "{\"statusText\":\"encore caché\"}");
            awa.post("/api/users/heartbeat", "");
            settle();
            same(before, "after writing and reading");
        }
        settle();
        same(before, "after going");
        awa.post("/api/auth/logout", "");
        settle();
        same(before, "after signing out");
        assertThat(eyes.stream().map(TestSocket::heard).toList()).isEqualTo(heard);
    }

    /// Says what differs, and not all there is.
    private void same(Map<String, String> before, String when) {
        var after = new TreeMap<>(seen());
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.entrySet().removeAll(before.entrySet());
        assertThat(after).as("what has changed " + when).isEmpty();
    }

    private void writeAndRead(TestSocket socket) {
        for (var conversation : List.of(talk, name("conversationId"))) {
            var id = "\"%s\"".formatted(conversation);
            socket.ask("join_conversation", id);
            socket.ask("heartbeat", "");
            socket.ask("typing_start", id);
            socket.ask("typing", "{\"conversationId\":%s,\"isTyping\":true}".formatted(id));
            socket.ask("typing_stop", id);
            socket.ask("mark_as_delivered", id);
            assertThat(socket.ask("mark_as_read", id).at("/ok").asBoolean()).isTrue();
            awa.post("/api/conversations/%s/delivered".formatted(conversation), "{\"seq\":1}");
            awa.post("/api/conversations/%s/read".formatted(conversation), "");
            awa.patch("/api/conversations/%s/me".formatted(conversation), "{\"pinned\":true}");
            socket.ask("leave_conversation", id);
        }
        socket.ask("watch_presence", "[\"%s\"]".formatted(claire.id()));
        socket.ask("sync", "{\"cursors\":{\"%s\":0}}".formatted(talk));
    }

    /// Every answer to others: of each route that reads, of each event that asks.
    private Map<String, String> seen() {
        var seen = new TreeMap<String, String>();
        for (var viewer : List.of(claire, administrator)) {
            for (var route : server.palabre().routes()) {
                if (isAsked(route)) look(viewer, filled(route.path()), seen);
            }
            for (var path : more()) look(viewer, path, seen);
            post(viewer, "/api/conversations/check", seen);
            post(viewer, "/api/conversations", seen);
        }
        look(server.operator(), "/api/admin/presence", seen);
        ask(seen);
        return seen;
    }

    private static boolean isAsked(Route route) {
        return route.method() == Route.Method.GET
                && !route.path().equals(FOR_OPERATORS)
                && !route.path().equals(HEALTH);
    }

    /// The same routes, asked otherwise.
    private List<String> more() {
        return List.of(
                "/api/users?search=awa",
                "/api/users?limit=100",
                "/api/conversations/check?userId=" + awa.id(),
                "/api/conversations/" + talk,
                "/api/conversations/%s/messages".formatted(talk),
                "/api/messages/conversations/" + talk,
                "/api/conversations?search=awa",
                "/api/search?q=bonjour");
    }

    private void look(Someone viewer, String path, Map<String, String> seen) {
        var reply = viewer.get(path);
        seen.put(
                "%s GET %s".formatted(viewer.id(), path),
                "%d %s".formatted(reply.status(), without(reply.body())));
    }

    private void post(Someone viewer, String path, Map<String, String> seen) {
        var reply = viewer.post(path, "{\"userId\":\"%s\"}".formatted(awa.id()));
        seen.put(
                "%s POST %s".formatted(viewer.id(), path),
                "%d %s".formatted(reply.status(), without(reply.body())));
    }

    /// Over a socket of its own, so that what the others hear stays what they are told.
    private void ask(Map<String, String> seen) {
        try (var socket = TestSocket.of(server, claire)) {
            var questions =
                    Map.of(
                            "watch_presence", "[\"%s\"]".formatted(awa.id()),
                            "join_conversation", "\"%s\"".formatted(name("conversationId")),
                            "sync", "{\"cursors\":{\"%s\":0}}".formatted(talk));
            questions.forEach(
                    (event, argument) -> seen.put(event, without(socket.ask(event, argument))));
            for (var event : List.of("sync_page", "presence_state")) {
                seen.put(event, socket.heard(event).stream().map(this::without).toList() + "");
            }
        }
    }

    /// Without what the others leave behind by looking.
    private String without(JsonNode answer) {
        var copy = answer.deepCopy();
        for (var user : copy.findParents("lastActive")) {
            if (!user.path("id").asText().equals(awa.id())) {
                ((ObjectNode) user).remove("lastActive");
            }
        }
        for (var session : copy.findParents("usedAt")) ((ObjectNode) session).remove("usedAt");
        return copy.toString();
    }

    private String filled(String path) {
        var filled = path;
        for (var name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        assertThat(filled).as("a name for each part of " + path).doesNotContain("{");
        return filled;
    }

    private String name(String part) {
        return names.getOrDefault(part, "");
    }

    /// All that goes by itself has gone, and what is left of it is stored. That is written behind
    /// presence's back, all that waits in one go: when it is there of those who look, it is there
    /// of whoever they look for.
    private void settle() throws InterruptedException {
        assertThat(new CountDownLatch(1).await(TO_SETTLE.toMillis(), TimeUnit.MILLISECONDS))
                .isFalse();
        for (var eye : eyes) eye.ask("heartbeat", "");
        time.move(TO_BE_STORED);
        var moved = time.now().truncatedTo(ChronoUnit.MILLIS);
        for (var eye : eyes) eye.ask("heartbeat", "");
        assertThat(administrator.post("/api/admin/presence/stale", "").status()).isEqualTo(200);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (lastActive(claire).isBefore(moved)) {
            assertThat(System.nanoTime()).as("it is never stored").isLessThan(end);
        }
    }

    private Instant lastActive(Someone someone) {
        var path = "/api/users/" + someone.id();
        return Instant.parse(administrator.get(path).text("/user/lastActive"));
    }
}
