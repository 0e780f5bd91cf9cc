// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.palabre.server.testing.Contract;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import io.palabre.server.wiring.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Messages that are more than words, by both doors.
@TestInstance(Lifecycle.PER_CLASS)
class MessageTypesTest {
    private static final String DAKAR = "{\"latitude\":14.6937,\"longitude\":-17.4441}";

    private static final String OFFER =
            """
            {"type": "object", "required": ["amount"],
             "properties": {"amount": {"type": "integer", "minimum": 1},
                            "note": {"type": "string"}}}
            """;

    private final RunningServer server;

    MessageTypesTest() throws StartException {
        server = RunningServer.with("awa", "ibrahim").again(MessageTypesTest::addOffer);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static Someone.Reply say(Someone by, String talk, String fields) {
        return by.post("/api/conversations/%s/messages".formatted(talk), "{%s}".formatted(fields));
    }

    private static void addOffer(Path folder) {
        try {
            var types = Files.createDirectories(folder.resolve("message-types"));
            Files.writeString(types.resolve("offer.json"), OFFER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_place_arrives_as_it_was_sent_and_stays_with_the_message() {
        var awa = server.signIn("awa");
        var ibrahim = server.signIn("ibrahim");
        var talk = awa.talkTo(ibrahim);
        try (var a = TestSocket.of(server, awa);
                var i = TestSocket.of(server, ibrahim)) {
            var ack =
                    a.ask(
                            "send_message",
                            "{\"conversationId\":\"%s\",\"type\":\"location\",\"data\":%s}"
                                    .formatted(talk, DAKAR));
            Contract.read().checkAck("send_message", ack);
            var message = ack.at("/message");
            assertThat(message.at("/data/latitude").asDouble()).isEqualTo(14.6937);
            var heard = i.await("new_message", _ -> true);
            assertThat(heard.at("/message")).isEqualTo(message);

            var path = "/api/messages/" + message.at("/id").asText();
            assertThat(ibrahim.get(path).body().at("/message")).isEqualTo(message);
            var edited = awa.patch(path, "{\"content\":\"Ici\"}").body().at("/message");
            assertThat(edited.at("/data")).isEqualTo(message.at("/data"));
            assertThat(awa.delete(path).status()).isEqualTo(204);
            assertThat(ibrahim.get(path).body().at("/message").has("data")).isFalse();
        }
    }

    @Test
    void an_unknown_type_is_refused_with_those_that_are_known() {
        var awa = server.signIn("awa");
        var talk = awa.talkTo(server.signIn("ibrahim"));
        var refused = say(awa, talk, "\"type\":\"poll\",\"content\":\"?\"");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/code")).isEqualTo("bad_message_type");
        assertThat(refused.text("/field")).isEqualTo("type");
        assertThat(refused.text("/detail"))
                .isEqualTo(
                        "Known here: audio, file, image, location, offer, product, text, video, voice.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "type":"location","data":{"latitude":91,"longitude":0}       | bad_message_data
                    "type":"location","data":{"latitude":1}                      | bad_message_data
                    "type":"location","data":{"latitude":1,"longitude":2,"x":3}  | bad_message_data
                    "type":"location","data":{"latitude":"1","longitude":2}      | bad_message_data
                    "type":"location","content":"without a place"                | bad_message_data
                    "type":"product","data":{}                                   | bad_message_data
                    "type":"location","data":{"latitude":1,"longitude":2,"accuracy":1e400} | bad_request
                    "type":"text","content":"a","data":{"a":1}                   | bad_message_data
                    "content":"a","data":[1]                                     | bad_request
                    "type":"location","data":null                                | bad_message_data
                    "type":"image","content":"a"                                 | empty_message
                    "type":"system","content":"a"                                | bad_message_type
                    "type":"call","content":"a"                                  | bad_message_type
                    """)
    void what_does_not_fit_its_type_is_refused(String fields, String code) {
        var awa = server.signIn("awa");
        var talk = awa.talkTo(server.signIn("ibrahim"));
        var refused = say(awa, talk, fields);
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(400);
        assertThat(refused.text("/code")).isEqualTo(code);
    }

    @Test
    void an_operator_adds_a_type_with_a_file() {
        var awa = server.signIn("awa");
        var talk = awa.talkTo(server.signIn("ibrahim"));
        var sent = say(awa, talk, "\"type\":\"offer\",\"data\":{\"amount\":5000}");
        assertThat(sent.status()).isEqualTo(201);
        JsonNode message = sent.body().at("/message");
        assertThat(message.at("/type").asText()).isEqualTo("offer");
        assertThat(message.at("/data/amount").asInt()).isEqualTo(5000);

        var refused = say(awa, talk, "\"type\":\"offer\",\"data\":{\"amount\":0}");
        assertThat(refused.text("/code")).isEqualTo("bad_message_data");
        assertThat(refused.text("/detail")).contains("/amount").contains("minimum value of 1");

        var large = "\"type\":\"offer\",\"data\":{\"amount\":1,\"note\":\"%s\"}";
        assertThat(say(awa, talk, large.formatted("é".repeat(4_000))).status()).isEqualTo(201);
        assertThat(say(awa, talk, large.formatted("é".repeat(4_100))).text("/code"))
                .isEqualTo("too_large");
        assertThat(say(awa, talk, large.formatted("\\uD800")).text("/code")).isEqualTo("bad_text");
    }
}
