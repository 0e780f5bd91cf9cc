// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.palabre.e2e.clients.OpenSocket;
import io.palabre.e2e.clients.Person;
import io.palabre.e2e.clients.Rest;
import io.palabre.e2e.process.ServerProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server is killed while people are online.
@Tag("slow")
class PresenceKillTest {
    private static final String ONLINE = "/api/users/online";
    private static final int BATCH = 100;
    private static final int CONNECTING_AT_ONCE = 20;
    private static final Duration TO_CONNECT = Duration.ofSeconds(20);

    @TempDir private Path folder;

    @Test
    void after_a_kill_none_of_a_hundred_people_is_shown_online_who_is_not_there() throws Exception {
        killed(100);
    }

    @Test
    void after_a_kill_none_of_a_thousand_people_is_shown_online_who_is_not_there()
            throws Exception {
        killed(1_000);
    }

    private void killed(int online) throws Exception {
        // closed last: it waits for its sockets, which end with the server
        try (var http = HttpClient.newHttpClient();
                var server = new ServerProcess(folder)) {
            server.start();
            try (var rest = new Rest(server.url())) {
                var people = people(rest, operator(server), online);
                connect(http, server, people);
                var one = people.getFirst();
                awaitTotal(rest, one, online);

                server.kill9();
                server.start();

                var after = rest.get(one, ONLINE).body();
                assertThat(after.path("total").asInt()).isZero();
                assertThat(after.path("users")).isEmpty();
                assertThat(shown(rest, one)).hasSizeGreaterThan(1).containsOnly(false);
                good(rest.post(one, "/api/users/heartbeat", ""));
                assertThat(total(rest, one)).isEqualTo(1);
                connect(http, server, people.subList(0, 2));
                awaitTotal(rest, one, 2);
            }
        }
    }

    /// A socket that is let in is seen a moment later.
    private static void awaitTotal(Rest rest, Person viewer, int wanted) {
        Await.until("%d online".formatted(wanted), TO_CONNECT, () -> total(rest, viewer) == wanted);
    }

    private static int total(Rest rest, Person viewer) {
        return rest.get(viewer, ONLINE).body().path("total").asInt();
    }

    /// How the list of people shows each of them.
    private static List<Boolean> shown(Rest rest, Person viewer) {
        var shown = new ArrayList<Boolean>();
        rest.get(viewer, "/api/users?limit=100")
                .body()
                .path("users")
                .forEach(user -> shown.add(user.path("isOnline").asBoolean()));
        return shown;
    }

    /// They come by the operator's door, so that no password need be hashed.
    private static List<Person> people(Rest rest, Person operator, int count) {
        var people = new ArrayList<Person>();
        while (people.size() < count) {
            var wishes =
                    IntStream.range(people.size(), Math.min(count, people.size() + BATCH))
                            .mapToObj(number -> Map.of("username", "guest-%04d".formatted(number)))
                            .toList();
            var made = good(rest.post(operator, "/api/admin/users/batch", Map.of("users", wishes)));
            made.path("made").forEach(user -> people.add(signedIn(rest, operator, user)));
        }
        return people;
    }

    private static Person signedIn(Rest rest, Person operator, JsonNode user) {
        var id = user.path("id").asText();
        var session = good(rest.post(operator, "/api/admin/users/" + id + "/sessions", Map.of()));
        return new Person(id, user.path("username").asText(), session.path("token").asText());
    }

    private static JsonNode good(Rest.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isLessThan(300);
        return answer.body();
    }

    private static Person operator(ServerProcess server) throws IOException {
        var door = server.data().resolve("operator.json").toFile();
        Await.until("the operator's door", TO_CONNECT, door::isFile);
        return new Person("", "operator", new ObjectMapper().readTree(door).path("token").asText());
    }

    private static void connect(HttpClient http, ServerProcess server, List<Person> people)
            throws Exception {
        for (int from = 0; from < people.size(); from += CONNECTING_AT_ONCE) {
            int to = Math.min(people.size(), from + CONNECTING_AT_ONCE);
            var connecting =
                    people.subList(from, to).stream()
                            .map(person -> OpenSocket.of(http, server.url(), person))
                            .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(connecting).get(TO_CONNECT.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
