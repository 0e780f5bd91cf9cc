// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.Deed;
import io.palabre.server.testing.ListSnapshot;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The list that a client held before, and the events since, make the list it would load now: for
/// each thing that can be done with a conversation.
@TestInstance(Lifecycle.PER_CLASS)
class ListSnapshotTest {
    private final RunningServer server =
            RunningServer.with("awa", "ibrahim", "claire", "administrator");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final Someone claire = server.signIn("claire");

    @AfterAll
    void stop() {
        server.close();
    }

    /// A group of Ibrahim, who owns it, and Awa, who looks at her list.
    record Group(Someone awa, Someone ibrahim, Someone claire, String path) {

        void arrange(String wish) {
            awa.patch(path + "/me", wish);
        }

        void clear() {
            awa.delete(path + "/me");
        }

        void says(Someone by) {
            by.post(path + "/messages", "{\"content\":\"a\"}");
        }

        void describe(String wish) {
            ibrahim.patch(path, wish);
        }

        String member(Someone person) {
            return path + "/members/" + person.id();
        }

        void give(String role) {
            ibrahim.patch(member(awa), "{\"role\":\"%s\"}".formatted(role));
        }

        void addsClaire() {
            ibrahim.post(path + "/members", "{\"userIds\":[\"%s\"]}".formatted(claire.id()));
        }
    }

    private static final String ALWAYS = "{\"mutedUntil\":\"9999-12-31T00:00:00Z\"}";

    static List<Deed<Group>> deeds() {
        return List.of(
                new Deed<>("pin", g -> g.arrange("{\"pinned\":true}")),
                new Deed<>("mute", g -> g.arrange(ALWAYS)),
                new Deed<>("archive", g -> g.arrange("{\"archived\":true}")),
                new Deed<>("draft", g -> g.arrange("{\"draft\":\"Je\"}")),
                new Deed<>("mark unread", g -> g.arrange("{\"markedUnread\":true}")),
                new Deed<>("delete for oneself", Group::clear),
                new Deed<>("rename", g -> g.describe("{\"title\":\"Autre\"}")),
                new Deed<>("picture", g -> g.describe("{\"avatarUrl\":\"/a.png\"}")),
                new Deed<>("appoint", g -> g.give("admin")),
                new Deed<>("hand over", g -> g.give("owner")),
                new Deed<>("add", Group::addsClaire),
                new Deed<>("remove", g -> g.ibrahim().delete(g.member(g.awa()))),
                new Deed<>("leave", g -> g.awa().post(g.path() + "/leave", "")),
                new Deed<>("hear", g -> g.says(g.ibrahim())),
                new Deed<>("say", g -> g.says(g.awa())),
                new Deed<>("read", g -> g.awa().post(g.path() + "/read", "")),
                new Deed<>("begin", g -> g.claire().talkTo(g.awa())),
                new Deed<>(
                        "archive, then hear",
                        g -> {
                            g.arrange("{\"archived\":true}");
                            g.says(g.ibrahim());
                        }),
                new Deed<>(
                        "hear, then archive",
                        g -> {
                            g.says(g.ibrahim());
                            g.arrange("{\"archived\":true}");
                        }),
                new Deed<>(
                        "mute and archive, then hear",
                        g -> {
                            g.arrange(ALWAYS);
                            g.arrange("{\"archived\":true}");
                            g.says(g.ibrahim());
                        }),
                new Deed<>(
                        "mark unread, then read",
                        g -> {
                            g.arrange("{\"markedUnread\":true}");
                            g.awa().post(g.path() + "/read", "");
                        }),
                new Deed<>(
                        "delete for oneself, then hear",
                        g -> {
                            g.clear();
                            g.says(g.ibrahim());
                        }),
                new Deed<>(
                        "hear, then delete for oneself",
                        g -> {
                            g.says(g.ibrahim());
                            g.clear();
                        }),
                new Deed<>(
                        "remove, then add again",
                        g -> {
                            g.arrange("{\"pinned\":true}");
                            g.ibrahim().delete(g.member(g.awa()));
                            g.ibrahim()
                                    .post(
                                            g.path() + "/members",
                                            "{\"userIds\":[\"%s\"]}".formatted(g.awa().id()));
                        }));
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void an_old_list_and_the_events_since_are_a_new_list(Deed<Group> deed) {
        var id = ibrahim.group("G", awa);
        ibrahim.say(id, "Question ?");
        var held = ListSnapshot.of(awa);
        deed.deed().accept(new Group(awa, ibrahim, claire, "/api/conversations/" + id));
        var fresh = ListSnapshot.of(awa);
        assertThat(fresh.listed()).isNotEqualTo(held.listed());
        held.catchUp();
        assertThat(held.listed()).isEqualTo(fresh.listed());
    }
}
