// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.server.testing.Contract;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How much one person, or one address, may ask.
class LimitsTest {

    @Test
    void who_says_too_much_is_told_when_to_go_on_whatever_the_way() {
        try (var server = strict("limits.commands", "1")) {
            var awa = server.signIn("awa");
            var talk = awa.talkTo(server.signIn("ibrahim"));
            Someone.Reply last = awa.get("/api/users/me");
            for (int i = 0; i < 100 && last.status() != 429; i++) last = say(awa, talk);
            assertThat(last.status()).isEqualTo(429);
            assertThat(last.code()).isEqualTo("rate_limited");
            assertThat(last.body().at("/retryable").asBoolean()).isTrue();
            assertThat(last.number("/retryAfterMs")).isBetween(1L, 5_000L);
            assertThat(last.header("Retry-After")).isIn("1", "2", "3", "4", "5");
            Contract.read().check("POST", "/api/messages/send", last);
            try (var socket = TestSocket.of(server, awa)) {
                var ack = socket.ask("heartbeat", "");
                for (int i = 0; i < 100 && ack.at("/ok").asBoolean(); i++) {
                    ack = socket.ask("heartbeat", "");
                }
                assertThat(ack.at("/error/code").asText()).isEqualTo("rate_limited");
                assertThat(ack.at("/error/retryAfterMs").asLong()).isPositive();
                Contract.read().checkRefusal(ack);
            }
            assertThat(server.signIn("ibrahim").talkTo(awa)).isEqualTo(talk);
        }
    }

    @Test
    void a_socket_that_goes_on_although_it_is_refused_is_closed() {
        try (var server = strict("limits.commands", "1")) {
            try (var socket = TestSocket.of(server, server.signIn("awa"))) {
                assertThatThrownBy(() -> insist(socket)).hasMessageContaining("closed");
                socket.awaitEnd(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void one_person_has_so_many_sockets_and_one_more_when_one_goes() {
        try (var server = strict("limits.sockets.person", "3")) {
            var awa = server.signIn("awa");
            var sockets = new ArrayList<TestSocket>();
            for (int i = 0; i < 3; i++) sockets.add(TestSocket.of(server, awa));
            assertThatThrownBy(() -> TestSocket.of(server, awa))
                    .isInstanceOfSatisfying(
                            TestSocket.NotAccepted.class,
                            no ->
                                    assertThat(no.error().at("/data/code").asText())
                                            .isEqualTo("too_many_sockets"));
            try (var other = TestSocket.of(server, server.signIn("ibrahim"))) {
                assertThat(other.ask("heartbeat", "").at("/ok").asBoolean()).isTrue();
            }
            sockets.forEach(TestSocket::close);
        }
    }

    @Test
    void one_address_has_so_many_sockets_and_a_trusted_proxy_speaks_for_others() {
        var settings =
                Map.of(
                        "limits.exempt", "",
                        "limits.sockets.address", "2",
                        "proxies.trusted", "127.0.0.1");
        try (var server = RunningServer.with(settings, "awa");
                var one = from(server, "192.0.2.1");
                var two = from(server, "192.0.2.1")) {
            assertThat(List.of(one, two)).allSatisfy(LimitsTest::isHeard);
            assertThat(handshake(server, "192.0.2.1").status()).isEqualTo(429);
            assertThat(handshake(server, "192.0.2.1, 192.0.2.2").status()).isEqualTo(200);
        }
    }

    @Test
    void what_somebody_says_of_their_address_is_ignored_without_a_trusted_proxy() {
        try (var server = strict("limits.sockets.address", "2");
                var one = from(server, "192.0.2.1");
                var two = from(server, "192.0.2.2")) {
            assertThat(List.of(one, two)).allSatisfy(LimitsTest::isHeard);
            assertThat(handshake(server, "192.0.2.3").status()).isEqualTo(429);
        }
    }

    private static TestSocket from(RunningServer server, String address) {
        var auth = "{\"token\":\"%s\"}".formatted(server.signIn("awa").token());
        return TestSocket.anonymous(server, auth, Map.of("X-Forwarded-For", address));
    }

    private static void isHeard(TestSocket socket) {
        assertThat(socket.ask("heartbeat", "").at("/ok").asBoolean()).isTrue();
    }

    private static Someone.Reply handshake(RunningServer server, String address) {
        var there = server.nobody().with("X-Forwarded-For", address);
        return there.get("/socket.io/?EIO=4&transport=polling");
    }

    /// Until nothing can be said any more.
    private static void insist(TestSocket socket) {
        for (int i = 0; i < 100_000; i++) {
            assertThat(socket.askLater("heartbeat", "")).isNotNull();
        }
    }

    private static Someone.Reply say(Someone awa, String talk) {
        return awa.post(
                "/api/messages/send",
                "{\"conversationId\":\"%s\",\"content\":\"encore\"}".formatted(talk));
    }

    private static RunningServer strict(String key, String value) {
        return RunningServer.with(Map.of("limits.exempt", "", key, value), "awa", "ibrahim");
    }
}
