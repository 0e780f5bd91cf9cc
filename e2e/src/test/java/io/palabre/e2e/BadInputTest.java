// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.palabre.e2e.clients.LiveClient;
import io.palabre.e2e.clients.Person;
import io.palabre.e2e.clients.Rest.Answer;
import io.palabre.e2e.clients.Transports;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What should not be said gets its own clear answer, and the server stays up.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String TEN_MEGABYTES = "x".repeat(10_000_000);
    private static final String NOT_THERE = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

    private Scene scene;
    private Person eve;
    private LiveClient device;
    private String hers;
    private String others;

    @BeforeAll
    void open() throws IOException {
        scene = Scene.open("bad-input");
        eve = scene.rest().register("eve");
        var ann = scene.rest().register("ann");
        var bob = scene.rest().register("bob");
        hers = scene.rest().between(eve, ann);
        others = scene.rest().between(ann, bob);
        device = scene.clients().device("eve", eve).connect(Transports.WEBSOCKET);
    }

    @AfterEach
    void the_server_is_still_well() {
        assertThat(scene.server().serves()).isTrue();
        var words = Map.of("conversationId", hers, "content", "still here");
        assertThat(device.emit("send_message", words).path("ok").asBoolean()).isTrue();
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "nonsense", "{\"content\":", "\u0000", "{'content': 1}"})
    void broken_json(String body) {
        assertRefused(scene.rest().post(eve, "/api/messages/send", body), 400, "invalid_json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "7", "{}", "{\"content\": {}}"})
    void json_of_another_shape(String body) {
        assertRefused(scene.rest().post(eve, "/api/messages/send", body), 400, "bad_request");
    }

    @Test
    void a_message_with_something_behind_it() {
        var two = "{\"conversationId\":\"%s\",\"content\":\"one\"}{}".formatted(hers);
        assertRefused(scene.rest().post(eve, "/api/messages/send", two), 400, "bad_request");
    }

    @Test
    void an_unknown_field() {
        var wish = Map.of("conversationId", hers, "content", "hello", "colour", "blue");
        assertRefused(scene.rest().post(eve, "/api/messages/send", wish), 400, "unknown_field");
        assertRefused(device.emit("send_message", wish), "unknown_field");
    }

    @Test
    void ten_megabytes() {
        var wish = Map.of("conversationId", hers, "content", TEN_MEGABYTES);
        assertRefused(scene.rest().post(eve, "/api/messages/send", wish), 413, "too_large");
    }

    @Test
    void a_message_larger_than_allowed() {
        var wish = Map.of("conversationId", hers, "content", "x".repeat(16 * 1024 + 1));
        assertRefused(scene.rest().post(eve, "/api/messages/send", wish), 413, "too_large");
        assertRefused(device.emit("send_message", wish), "too_large");
    }

    @ParameterizedTest
    @EnumSource(names = {"POLLING", "WEBSOCKET"})
    void ten_megabytes_over_a_socket_end_that_socket_only(Transports transports) {
        var loud = scene.clients().device("loud " + transports, eve).connect(transports);
        var sent = loud.send(hers, "too loud by " + transports, TEN_MEGABYTES, false).join();
        assertThat(sent.path("type").asText()).isIn("info", "fail");
        assertThat(scene.rest().lines(eve, hers))
                .allMatch(entry -> entry.text().length() < TEN_MEGABYTES.length());
    }

    @Test
    void a_conversation_of_others_is_as_if_it_were_not_there() {
        for (var path : List.of("/api/conversations/%s", "/api/conversations/%s/messages")) {
            var strange = scene.rest().get(eve, path.formatted(others));
            var absent = scene.rest().get(eve, path.formatted(NOT_THERE));
            assertRefused(strange, 404, "not_found");
            assertThat(strange.body()).isEqualTo(absent.body());
        }
        for (var conversation : List.of(others, NOT_THERE)) {
            var wish = Map.of("conversationId", conversation, "content", "may I?");
            assertRefused(scene.rest().post(eve, "/api/messages/send", wish), 404, "not_found");
            assertRefused(device.emit("send_message", wish), "not_found");
            assertRefused(device.emit("join_conversation", conversation), "not_found");
            assertRefused(device.emit("mark_as_read", conversation), "not_found");
        }
    }

    @Test
    void a_conversation_with_oneself() {
        var wish = Map.of("type", "private", "userId", eve.id());
        assertRefused(scene.rest().post(eve, "/api/conversations", wish), 400, "self_conversation");
    }

    @Test
    void a_wrong_password() {
        for (var name : List.of("eve", "nobody")) {
            var wish = Map.of("username", name, "password", "a wrong password");
            assertRefused(
                    scene.rest().post(null, "/api/auth/login", wish), 401, "wrong_credentials");
        }
    }

    @Test
    void no_identity() {
        assertRefused(scene.rest().get(null, "/api/conversations"), 401, "unauthenticated");
    }

    @Test
    void an_event_that_there_is_not() {
        assertThat(device.emit("no_such_event", Map.of()).path("ok").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /socket.io/?EIO=4&transport=polling&sid=none HTTP/1.1\r\nHost: x\r\n\r\n",
            })
    void what_is_no_request(String bytes) throws IOException {
        try (var socket = new RawSocket(scene.server().port())) {
            assertThat(socket.say(bytes).status()).isIn(0, 400, 501, 505);
        }
    }

    @Test
    void a_line_of_the_head_that_does_not_end() throws IOException {
        try (var socket = new RawSocket(scene.server().port())) {
            socket.say("GET /" + "x".repeat(100_000) + " HTTP/1.1\r\n\r\n");
            assertThat(socket.status()).isIn(0, 400, 414, 431);
        }
    }

    @Test
    void a_body_that_never_comes() throws IOException {
        try (var socket = new RawSocket(scene.server().port())) {
            socket.say("POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");
        }
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("title").asText()).isNotBlank();
        assertThat(answer.body().path("retryable").isBoolean()).isTrue();
    }

    private static void assertRefused(JsonNode acknowledgement, String code) {
        assertThat(acknowledgement.path("ok").asBoolean()).isFalse();
        assertThat(acknowledgement.at("/error/code").asText()).isEqualTo(code);
        assertThat(acknowledgement.at("/error/message").asText()).isNotBlank();
    }
}
