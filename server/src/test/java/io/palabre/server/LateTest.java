// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Nothing is late for ever: what was committed while it could not be read to be told reaches those
/// who were to hear it.
class LateTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningServer server = RunningServer.with("awa", "ibrahim", "claire");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");
    private final String group = awa.group("Port", ibrahim);

    @AfterEach
    void stop() {
        server.close();
    }

    /// What is read to tell of a new title, and not to commit it, is there under another name.
    private void move(String from, String to) throws SQLException {
        var file = server.folder().resolve("palabre.db");
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = db.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute("ALTER TABLE %s RENAME TO %s".formatted(from, to));
        }
    }

    private void rename(String title) {
        var wish = "{\"title\":\"%s\"}".formatted(title);
        assertThat(awa.patch("/api/conversations/" + group, wish).status()).isNotEqualTo(404);
    }

    private List<String> missed(long since) {
        var wish = "{\"cursors\":{\"%s\":%d}}".formatted(group, since);
        return ibrahim.post("/api/sync", wish).body().findValuesAsText("event");
    }

    @Test
    void who_was_to_hear_what_cannot_be_read_is_sent_away_to_ask_and_nobody_else()
            throws Exception {
        try (var hears = TestSocket.of(server, ibrahim);
                var elsewhere = TestSocket.of(server, server.signIn("claire"))) {
            move("membership", "away");
            rename("Quai");
            hears.awaitEnd(PATIENCE);
            move("away", "membership");
            try (var back = TestSocket.of(server, ibrahim)) {
                assertThat(missed(1)).contains("conversation_updated");
                rename("Jetée");
                back.await("conversation_updated", data -> data.at("/seq").asLong() == 3);
            }
            assertThat(elsewhere.ask("heartbeat", "").at("/ok").asBoolean()).isTrue();
        }
    }
}
