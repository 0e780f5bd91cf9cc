// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.e2e.clients.LiveClient;
import io.palabre.e2e.clients.LiveClients;
import io.palabre.e2e.clients.Person;
import io.palabre.e2e.clients.Rest;
import io.palabre.e2e.clients.Transports;
import io.palabre.e2e.history.History;
import io.palabre.e2e.process.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sessions that soon end, seen by an unchanged `socket.io-client`: who renews stays on the same
/// socket, who does not is put out.
class SessionRenewalTest {
    private static final Map<String, String> SHORT = Map.of("PALABRE_SESSION_LIFE", "75s");
    private static final Duration WARNED_WITHIN = Duration.ofSeconds(25);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(80);

    @TempDir private Path folder;

    @Test
    @Tag("slow")
    void who_renews_goes_on_without_a_break_and_who_does_not_is_put_out() throws Exception {
        try (var server = new ServerProcess(folder, SHORT)) {
            server.start();
            try (var rest = new Rest(server.url());
                    var clients = new LiveClients(server.url(), new History())) {
                var awa = rest.login("awa", "demo");
                var ibrahim = rest.login("ibrahim", "demo");
                var renews = clients.device("renews", awa).connect(Transports.WEBSOCKET);
                var forgets = clients.device("forgets", ibrahim).connect(Transports.WEBSOCKET);
                awaitEvent(renews, "auth_expiring", WARNED_WITHIN);
                awaitEvent(forgets, "auth_expiring", WARNED_WITHIN);

                assertThat(renews.emit("authenticate", awa.token()).path("ok").asBoolean())
                        .isTrue();
                awaitEvent(forgets, "disconnect", ENDED_WITHIN);

                assertThat(rest.get(ibrahim, "/api/users/me").status()).isEqualTo(401);
                assertThat(renews.events().all("disconnect")).isEmpty();
                assertThat(renews.events().all("authenticated")).hasSize(1);
                hears(renews, rest, awa);
            }
        }
    }

    private static void hears(LiveClient client, Rest rest, Person person) {
        var other = rest.login("claire", "demo");
        var talk = rest.between(other, person);
        var said = Map.of("conversationId", talk, "content", "toujours là ?");
        assertThat(rest.post(other, "/api/messages/send", said).status()).isEqualTo(201);
        client.events()
                .await(
                        "new_message",
                        told -> told.at("/message/content").asText().equals("toujours là ?"));
    }

    private static void awaitEvent(LiveClient client, String event, Duration within) {
        Await.until(
                () -> "%s at %s; there were %s".formatted(event, client.name(), client.events()),
                within,
                () -> !client.events().all(event).isEmpty());
    }
}
