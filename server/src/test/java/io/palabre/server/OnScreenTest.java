// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who has a conversation on screen sees how its members are; who has blocked somebody does not.
class OnScreenTest {
    private final RunningServer server = RunningServer.with("awa", "ibrahim", "claire");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final Someone claire = server.signIn("claire");
    private final String talk = awa.talkTo(ibrahim);
    private final TestSocket looker = TestSocket.of(server, awa);

    @AfterEach
    void stop() {
        looker.close();
        server.close();
    }

    @Test
    void joining_is_watching_the_members_until_leaving() {
        join();
        var state = looker.await("presence_state");
        assertThat(state.at("/states/0/userId").asText()).isEqualTo(ibrahim.id());
        assertThat(state.at("/states/0/isOnline").asBoolean()).isTrue();
        status(ibrahim, "busy");
        looker.await("presence_changed", data -> data.at("/status").asText().equals("busy"));
        looker.ask("leave_conversation", "\"%s\"".formatted(talk));
        status(ibrahim, "away");
        afterAnotherChange();
        assertThat(looker.heard("presence_changed"))
                .noneMatch(data -> data.at("/status").asText().equals("away"));
    }

    @Test
    void whom_it_asked_for_it_watches_all_the_same() {
        looker.ask("watch_presence", "[\"%s\"]".formatted(ibrahim.id()));
        join();
        looker.ask("leave_conversation", "\"%s\"".formatted(talk));
        status(ibrahim, "busy");
        looker.await("presence_changed", of(ibrahim));
    }

    @Test
    void asking_for_others_does_not_end_watching_what_is_on_screen() {
        join();
        var answer = looker.ask("watch_presence", "[\"%s\"]".formatted(claire.id()));
        assertThat(answer.at("/states").findValuesAsText("userId")).containsExactly(claire.id());
        status(ibrahim, "busy");
        looker.await("presence_changed", of(ibrahim));
    }

    @Test
    void blocked_people_see_nothing_of_each_other() {
        join();
        looker.ask("watch_presence", "[\"%s\"]".formatted(ibrahim.id()));
        try (var other = TestSocket.of(server, ibrahim)) {
            other.ask("watch_presence", "[\"%s\"]".formatted(awa.id()));
            ibrahim.post("/api/users/%s/block".formatted(awa.id()), "");
            for (var socket : List.of(looker, other)) {
                var unknown = socket.await("presence_changed", data -> !data.has("isOnline"));
                assertThat(unknown.has("lastSeen")).isFalse();
            }
            status(ibrahim, "busy");
            status(awa, "busy");
            afterAnotherChange();
            assertThat(looker.heard("presence_changed")).filteredOn(of(ibrahim)).hasSize(1);
            assertThat(other.heard("presence_changed")).filteredOn(of(awa)).hasSize(1);

            var again = looker.ask("watch_presence", "[\"%s\"]".formatted(ibrahim.id()));
            assertThat(again.at("/refused/0").asText()).isEqualTo(ibrahim.id());
            assertUnknown(awa, ibrahim);
            assertUnknown(ibrahim, awa);
            var seen = server.signIn("claire").get("/api/users/" + awa.id()).body();
            assertThat(seen.at("/user/isOnline").asBoolean()).isTrue();
        }
    }

    @Test
    void who_is_unblocked_is_seen_again_by_those_who_watched_without_their_asking() {
        join();
        try (var other = TestSocket.of(server, ibrahim)) {
            other.ask("join_conversation", "\"%s\"".formatted(talk));
            block(awa, ibrahim);
            block(ibrahim, awa);
            for (var socket : List.of(looker, other)) {
                socket.await("presence_changed", data -> !data.has("isOnline"));
            }
            unblock(awa, ibrahim);
            status(ibrahim, "busy");
            status(awa, "away");
            afterAnotherChange();
            assertThat(looker.heard("presence_changed")).filteredOn(of(ibrahim)).hasSize(1);

            unblock(ibrahim, awa);
            state(looker, of(ibrahim).and(is("busy")));
            state(other, of(awa).and(is("away")));
            status(ibrahim, "away");
            looker.await("presence_changed", of(ibrahim).and(is("away")));
            status(awa, "busy");
            other.await("presence_changed", of(awa).and(is("busy")));
        }
    }

    @Test
    void who_comes_into_a_group_on_screen_is_watched_until_they_leave_it() {
        var group = group(ibrahim);
        looker.ask("join_conversation", "\"%s\"".formatted(group));
        state(looker, of(ibrahim));
        var comers = "{\"userIds\":[\"%s\"]}".formatted(claire.id());
        awa.post("/api/conversations/%s/members".formatted(group), comers);
        assertThat(state(looker, of(claire)).at("/isOnline").asBoolean()).isTrue();
        status(claire, "busy");
        looker.await("presence_changed", of(claire).and(is("busy")));

        try (var guest = TestSocket.of(server, claire)) {
            guest.ask("join_conversation", "\"%s\"".formatted(group));
            claire.post("/api/conversations/%s/leave".formatted(group), "");
            looker.await("conversation_updated", left -> !left.at("/message").isMissingNode());
            guest.await("conversation_removed");
            status(claire, "away");
            status(awa, "busy");
            status(ibrahim, "busy");
            looker.await("presence_changed", of(ibrahim));
            guest.ask("watch_presence", "[\"%s\"]".formatted(claire.id()));
            assertThat(looker.heard("presence_changed")).noneMatch(is("away"));
            assertThat(guest.heard("presence_changed")).noneMatch(of(awa));
        }
    }

    @Test
    void a_conversation_that_is_new_is_watched_on_the_same_connection() {
        join();
        state(looker, of(ibrahim));
        var fresh = claire.talkTo(awa);
        claire.say(fresh, "bonjour");
        looker.await("new_conversation");
        looker.ask("join_conversation", "\"%s\"".formatted(fresh));
        assertThat(state(looker, of(claire)).at("/isOnline").asBoolean()).isTrue();
        status(claire, "busy");
        looker.await("presence_changed", of(claire));
        status(ibrahim, "busy");
        looker.await("presence_changed", of(ibrahim));
    }

    private String group(Someone member) {
        return awa.post(
                        "/api/conversations",
                        """
                        {"type": "group", "title": "Port", "memberIds": ["%s"]}"""
                                .formatted(member.id()))
                .text("/conversation/id");
    }

    private static void block(Someone by, Someone other) {
        assertThat(by.post("/api/users/%s/block".formatted(other.id()), "").status())
                .isEqualTo(204);
    }

    private static void unblock(Someone by, Someone other) {
        assertThat(by.delete("/api/users/%s/block".formatted(other.id())).status()).isEqualTo(204);
    }

    /// How a socket is told at first that somebody is.
    private static JsonNode state(TestSocket socket, Predicate<JsonNode> which) {
        var told = socket.await("presence_state", data -> which.test(data.at("/states/0")));
        return told.at("/states/0");
    }

    private static Predicate<JsonNode> is(String status) {
        return data -> data.at("/status").asText().equals(status);
    }

    private void assertUnknown(Someone viewer, Someone person) {
        for (var path :
                List.of(
                        "/api/users/" + person.id(),
                        "/api/users?search=" + (person.equals(awa) ? "awa" : "ibra"),
                        "/api/conversations/" + talk,
                        "/api/conversations")) {
            var shown = viewer.get(path).body();
            assertThat(shown.findParents("username"))
                    .filteredOn(user -> user.at("/id").asText().equals(person.id()))
                    .isNotEmpty()
                    .allMatch(
                            user ->
                                    !user.has("isOnline")
                                            && !user.has("lastSeen")
                                            && !user.has("lastActive"));
        }
        assertThat(viewer.get("/api/users/online").body().findValuesAsText("id"))
                .doesNotContain(person.id());
    }

    private void join() {
        looker.ask("join_conversation", "\"%s\"".formatted(talk));
    }

    private static void status(Someone someone, String status) {
        someone.patch("/api/users/me", "{\"status\":\"%s\"}".formatted(status));
    }

    /// What was to be told before is told by then.
    private void afterAnotherChange() {
        looker.ask("watch_presence", "[\"%s\"]".formatted(claire.id()));
        claire.post("/api/auth/logout", "");
        looker.await("user_offline", of(claire));
    }

    private static Predicate<JsonNode> of(Someone someone) {
        return data -> data.at("/userId").asText().equals(someone.id());
    }
}
