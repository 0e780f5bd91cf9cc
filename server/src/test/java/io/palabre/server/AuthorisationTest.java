// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.Pictures;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every route and event, asked by everyone there is: `authz-matrix.csv` says what each may. The
/// stranger and the server's administrator are not in the group that is asked about, the member and
/// the owner are.
@TestInstance(Lifecycle.PER_CLASS)
class AuthorisationTest {
    private static final List<String> ASKERS =
            List.of("anonymous", "stranger", "left", "administrator", "member", "owner");

    private final RunningServer server =
            RunningServer.with(
                    "stranger", "left", "administrator", "member", "owner", "claire", "other");
    private final Map<String, Someone> sessions = new HashMap<>();
    private final Someone member = server.signIn("member");
    private final Someone claire = server.signIn("claire");
    private final Someone other = server.signIn("other");
    private final Someone left = server.signIn("left");

    /// A row of the matrix.
    record Row(String what, List<String> expected, String body) {

        static Row of(String line) {
            var cells = line.split(",", ASKERS.size() + 2);
            return new Row(
                    cells[0],
                    List.of(cells).subList(1, ASKERS.size() + 1),
                    cells[cells.length - 1]);
        }

        boolean isEvent() {
            return what.startsWith("EVENT ");
        }

        String name() {
            return what.substring(what.indexOf(' ') + 1);
        }

        String method() {
            return what.substring(0, what.indexOf(' '));
        }

        String route() {
            return what.replaceAll("\\?.*", "");
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Row> matrix() {
        try {
            var file =
                    Objects.requireNonNull(
                            AuthorisationTest.class.getResource("/authz-matrix.csv"));
            return Files.readAllLines(Path.of(file.toURI())).stream().skip(1).map(Row::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    void offer() {
        var lamp = "{\"sellerId\":\"%s\",\"title\":\"Lampe\"}".formatted(other.id());
        signedIn("administrator").send("PUT", "/api/products/lampe", lamp);
        claire.send("PUT", "/api/users/me/picture", Pictures.png(8, 8));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void every_route_and_event_is_in_the_matrix() {
        var served = new HashSet<String>();
        server.palabre().routes().forEach(route -> served.add(route.method() + " " + route.path()));
        server.palabre().events().forEach(event -> served.add("EVENT " + event.name()));
        served.add("EVENT authenticate");
        assertThat(matrix().map(Row::route).collect(Collectors.toSet())).isEqualTo(served);
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void everyone_may_what_the_matrix_says(Row row) {
        for (int i = 0; i < ASKERS.size(); i++) {
            var asker = ASKERS.get(i);
            assertThat(ask(row, asker)).as("%s by %s", row, asker).isEqualTo(row.expected().get(i));
        }
    }

    private String ask(Row row, String asker) {
        var someone = asker.equals("anonymous") ? server.nobody() : signedIn(asker);
        var names = names(row, someone);
        return row.isEvent() ? say(row, someone, names) : request(row, someone, names);
    }

    private String request(Row row, Someone someone, Map<String, String> names) {
        var reply = someone.send(row.method(), fill(row.name(), names), fill(row.body(), names));
        return String.valueOf(reply.status());
    }

    private String say(Row row, Someone someone, Map<String, String> names) {
        var auth = someone.token().isEmpty() ? "" : "{\"token\":\"%s\"}".formatted(someone.token());
        try (var socket = TestSocket.anonymous(server, auth, Map.of())) {
            var ack = socket.ask(row.name(), fill(row.body(), names));
            return ack.at("/ok").asBoolean() ? "ok" : ack.at("/error/code").asText();
        }
    }

    /// A group of its own for every question, so that no answer changes the next.
    private Map<String, String> names(Row row, Someone someone) {
        signedIn("owner").delete("/api/users/%s/block".formatted(claire.id()));
        var group = signedIn("owner").group("Groupe", member, claire, left);
        var names = new HashMap<>(named(group, someone));
        if (row.what().contains("{conversationId}/picture")) portray(group);
        if (row.what().contains("{uploadId}")) names.put("uploadId", upload());
        if (row.what().contains("{attachmentId}")) names.put("attachmentId", sent(group));
        signedIn("left").post("/api/conversations/%s/leave".formatted(group), "");
        return names;
    }

    private void portray(String group) {
        var picture = "/api/conversations/%s/picture".formatted(group);
        assertThat(signedIn("owner").send("PUT", picture, Pictures.png(8, 8)).status())
                .isEqualTo(200);
    }

    private String upload() {
        return signedIn("owner")
                .post("/api/attachments/uploads", "{\"name\":\"a.txt\",\"size\":5}")
                .text("/upload/id");
    }

    /// A picture that the group may see.
    private String sent(String group) {
        var owner = signedIn("owner");
        var id = owner.upload("a.png", Pictures.png(8, 8)).text("/attachment/id");
        var said = "{\"content\":\"\",\"attachments\":[\"%s\"]}".formatted(id);
        assertThat(owner.post("/api/conversations/%s/messages".formatted(group), said).status())
                .isEqualTo(201);
        return id;
    }

    private Map<String, String> named(String group, Someone someone) {
        long said = signedIn("member").say(group, "Bonjour");
        return Map.ofEntries(
                entry("group", group),
                entry("reportId", "none"),
                entry("conversationId", group),
                entry("messageId", group + "-" + said),
                entry("emoji", "%F0%9F%91%8D"),
                entry("userId", claire.id()),
                entry("sessionId", claire.get("/api/auth/session").text("/session/id")),
                entry("other", other.id()),
                entry("productId", "lampe"),
                entry("token", someone.token().isEmpty() ? claire.token() : someone.token()));
    }

    /// Some questions end the session of who asks.
    private Someone signedIn(String asker) {
        var before = sessions.get(asker);
        if (before != null && before.get("/api/auth/session").status() == 200) return before;
        var now = server.signIn(asker);
        sessions.put(asker, now);
        return now;
    }

    private static String fill(String text, Map<String, String> names) {
        var filled = text;
        for (var name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }
}
