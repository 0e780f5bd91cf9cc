// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Presence with real sockets: what others see of somebody who comes, goes and hides.
class PresenceTest {
    private static final Duration DELIVERY = Duration.ofMillis(500);

    private final Map<String, Someone> people = new HashMap<>();
    private RunningServer server = RunningServer.with("awa", "ibrahim", "claire");

    @BeforeEach
    void signIn() {
        for (var name : List.of("awa", "ibrahim", "claire")) people.put(name, server.signIn(name));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_closed_tab_is_seen_within_two_seconds() {
        try (var claire = open("claire")) {
            var awa = open("awa");
            watch(claire, "awa");
            long closed = System.nanoTime();
            awa.close();
            var seen = claire.await("presence_changed", PresenceTest::isOffline);
            var took = Duration.ofNanos(System.nanoTime() - closed);
            assertThat(took).isLessThan(Duration.ofSeconds(2).plus(DELIVERY));
            assertThat(seen.at("/userId").asText()).isEqualTo(someone("awa").id());
            assertThat(seen.at("/lastSeen").asText()).isNotEmpty();
            assertThat(claire.await("user_offline").at("/userId").asText())
                    .isEqualTo(someone("awa").id());
            assertThat(profile("awa").at("/isOnline").asBoolean()).isFalse();
            assertThat(profile("awa").at("/lastSeen").asText())
                    .isEqualTo(seen.at("/lastSeen").asText());
        }
    }

    @Test
    void a_reload_is_no_event_at_all() throws InterruptedException {
        try (var claire = open("claire")) {
            var awa = open("awa");
            watch(claire, "awa", "ibrahim");
            awa.close();
            pass(Duration.ofMillis(1_300));
            try (var again = open("awa")) {
                pass(Duration.ofMillis(1_200));
                someone("ibrahim").post("/api/auth/logout", "");
                claire.await("user_offline", of("ibrahim"));
                assertThat(presence(claire, "awa")).isEmpty();
                assertThat(again.ask("heartbeat", "").at("/ok").asBoolean()).isTrue();
            }
        }
    }

    @Test
    void signing_out_is_seen_at_once_although_a_socket_is_open() {
        try (var claire = open("claire");
                var awa = open("awa")) {
            watch(claire, "awa");
            long left = System.nanoTime();
            someone("awa").post("/api/auth/logout", "");
            claire.await("presence_changed", PresenceTest::isOffline);
            assertThat(Duration.ofNanos(System.nanoTime() - left)).isLessThan(DELIVERY);
            awa.awaitEnd(Duration.ofSeconds(5));
        }
    }

    @Test
    void signing_in_is_being_online_and_a_heartbeat_keeps_it() {
        assertThat(profile("awa").at("/isOnline").asBoolean()).isTrue();
        someone("awa").post("/api/auth/logout", "");
        assertThat(profile("awa").at("/isOnline").asBoolean()).isFalse();
        var again = server.signIn("awa");
        assertThat(profile("awa").at("/isOnline").asBoolean()).isTrue();
        assertThat(again.post("/api/users/heartbeat", "").number("/nextInSeconds")).isEqualTo(30);
        assertThat(again.post("/api/users/heartbeat", "{\"idleMs\":-1}").status()).isEqualTo(400);
    }

    @Test
    void with_two_devices_the_last_one_decides() throws InterruptedException {
        try (var claire = open("claire")) {
            var desk = open("awa");
            var otherSession = server.signIn("awa");
            var phone = TestSocket.of(server, otherSession);
            watch(claire, "awa");
            desk.close();
            pass(Duration.ofMillis(2_300));
            assertThat(presence(claire, "awa")).isEmpty();
            phone.close();
            claire.await("presence_changed", PresenceTest::isOffline);
        }
    }

    @Test
    void who_is_not_watched_is_not_told_of() {
        try (var claire = open("claire");
                var awa = open("awa")) {
            watch(claire, "awa");
            watch(claire, "ibrahim");
            awa.ask("set_status", "\"busy\"");
            someone("ibrahim").patch("/api/users/me", "{\"status\":\"away\"}");
            claire.await("presence_changed", of("ibrahim"));
            assertThat(presence(claire, "awa")).isEmpty();
            assertThat(awa.heard("presence_changed")).isEmpty();
        }
    }

    @Test
    void a_status_and_its_text_are_seen_and_survive_a_restart() throws Exception {
        try (var claire = open("claire");
                var awa = open("awa")) {
            watch(claire, "awa");
            awa.ask("set_status", "{\"status\":\"busy\",\"statusText\":\"à l'atelier\"}");
            var seen = claire.await("presence_changed");
            assertThat(seen.at("/status").asText()).isEqualTo("busy");
            assertThat(seen.at("/statusText").asText()).isEqualTo("à l'atelier");
            assertThat(profile("awa").at("/status").asText()).isEqualTo("busy");
        }
        restart();
        try (var _ = open("awa")) {
            assertThat(profile("awa").at("/status").asText()).isEqualTo("busy");
            assertThat(profile("awa").at("/statusText").asText()).isEqualTo("à l'atelier");
        }
    }

    @Test
    void after_a_restart_nobody_is_online_and_all_were_seen() throws Exception {
        try (var _ = open("awa")) {
            assertThat(online("claire")).contains(someone("awa").id());
        }
        restart();
        assertThat(online("claire")).isEmpty();
        assertThat(profile("awa").at("/isOnline").asBoolean()).isFalse();
        assertThat(profile("awa").at("/lastSeen").asText()).isNotEmpty();
    }

    @Test
    void the_invisible_are_offline_wherever_one_looks() {
        var talk = someone("awa").talkTo(someone("claire"));
        var group = someone("awa").group("Port", someone("claire"));
        try (var claire = open("claire");
                var awa = open("awa")) {
            awa.ask("set_status", "{\"status\":\"invisible\",\"statusText\":\"caché\"}");
            var frozen = profile("awa");
            assertThat(frozen.at("/isOnline").asBoolean()).isFalse();
            watch(claire, "awa");
            awa.ask("heartbeat", "");
            try (var second = TestSocket.of(server, server.signIn("awa"))) {
                second.ask("set_status", "{\"statusText\":\"toujours caché\"}");
                someone("awa").post("/api/users/heartbeat", "");
                someone("awa").patch("/api/conversations/" + group, "{\"title\":\"Le port\"}");
                claire.await("conversation_updated");
            }
            someone("awa").post("/api/auth/logout", "");
            var seen =
                    Stream.of(
                                    "/api/users/" + someone("awa").id(),
                                    "/api/users?search=awa",
                                    "/api/users/online",
                                    "/api/conversations",
                                    "/api/conversations/" + talk,
                                    "/api/conversations/" + group,
                                    "/api/messages/conversations/" + talk)
                            .map(path -> someone("claire").get(path).body());
            var heard = claire.heard().stream().map(TestSocket.Heard::data);
            Stream.concat(seen, heard).forEach(shown -> assertHidden(shown, frozen));
            assertThat(claire.heard())
                    .extracting(TestSocket.Heard::event)
                    .doesNotContain("presence_changed", "user_online", "user_offline");
        }
        var mine = server.signIn("awa").get("/api/users/me").body().at("/user");
        assertThat(mine.at("/status").asText()).isEqualTo("invisible");
        assertThat(mine.at("/statusText").asText()).isEqualTo("toujours caché");
    }

    @Test
    void one_connection_watches_five_hundred_people_at_most() {
        try (var claire = open("claire")) {
            var ids =
                    IntStream.range(0, 501)
                            .mapToObj("\"01M7CMHXM0PTW8E28FFV%06d\""::formatted)
                            .toList();
            var none = claire.ask("watch_presence", ids.subList(0, 500).toString());
            assertThat(none.at("/refused").size()).isEqualTo(500);
            var tooMany = claire.ask("watch_presence", ids.toString());
            assertThat(tooMany.at("/error/code").asText()).isEqualTo("too_large");
            assertThat(claire.ask("watch_presence", "\"x\"").at("/error/code").asText())
                    .isEqualTo("bad_request");
        }
    }

    @Test
    void a_pulled_cable_is_seen_within_twenty_two_seconds() {
        try (var claire = open("claire");
                var awa = open("awa")) {
            watch(claire, "awa");
            awa.fallSilent();
            long pulled = System.nanoTime();
            claire.await("presence_changed", PresenceTest::isOffline, Duration.ofSeconds(25));
            assertThat(Duration.ofNanos(System.nanoTime() - pulled))
                    .isLessThan(Duration.ofSeconds(22));
        }
    }

    /// Nothing in it shows that she is there, or was after she hid.
    private void assertHidden(JsonNode shown, JsonNode frozen) {
        assertThat(shown.toString()).doesNotContain("invisible", "caché");
        for (var id : List.of("id", "userId")) {
            shown.findParents(id).stream()
                    .filter(one -> one.path(id).asText().equals(someone("awa").id()))
                    .filter(one -> one.has("isOnline"))
                    .forEach(
                            one -> {
                                assertThat(one.path("isOnline").asBoolean()).isFalse();
                                assertThat(one.path("lastSeen")).isEqualTo(frozen.path("lastSeen"));
                                if (one.has("lastActive")) {
                                    assertThat(one.path("lastActive"))
                                            .isEqualTo(frozen.path("lastActive"));
                                }
                            });
        }
    }

    private Someone someone(String name) {
        return Objects.requireNonNull(people.get(name), name);
    }

    private TestSocket open(String name) {
        return TestSocket.of(server, someone(name));
    }

    private void watch(TestSocket watcher, String... names) {
        var ids = Stream.of(names).map(name -> '"' + someone(name).id() + '"').toList();
        var answer = watcher.ask("watch_presence", ids.toString());
        assertThat(answer.at("/states").size()).isEqualTo(names.length);
    }

    private List<JsonNode> presence(TestSocket watcher, String name) {
        return watcher.heard("presence_changed").stream().filter(of(name)).toList();
    }

    private Predicate<JsonNode> of(String name) {
        return data -> data.at("/userId").asText().equals(someone(name).id());
    }

    private static boolean isOffline(JsonNode data) {
        return !data.at("/isOnline").asBoolean();
    }

    /// As Claire sees them.
    private JsonNode profile(String name) {
        return someone("claire").get("/api/users/" + someone(name).id()).body().at("/user");
    }

    private List<String> online(String asker) {
        return someone(asker).get("/api/users/online").body().at("/users").findValuesAsText("id");
    }

    /// The same folder under another server; the sessions hold.
    private void restart() throws Exception {
        var before = server;
        server = before.again();
        people.replaceAll((_, person) -> person.at(server));
    }

    /// Lets time pass in which nothing may happen.
    private static void pass(Duration time) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
    }
}
