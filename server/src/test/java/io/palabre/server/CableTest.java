// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.Cable;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.testing.TestSocket;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Those who go without a word: the bound is 22 s, whatever carried them.
class CableTest {
    private static final Duration BOUND = Duration.ofSeconds(22);

    private final RunningServer server = RunningServer.with("awa", "ibrahim", "claire");
    private final Someone awa = server.signIn("awa");
    private final Someone ibrahim = server.signIn("ibrahim");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_pulled_cable_and_a_poll_that_does_not_come_are_noticed_in_time() throws IOException {
        try (var cable = new Cable(server);
                var claire = TestSocket.of(server, server.signIn("claire"));
                var _ = TestSocket.through(cable, server, awa)) {
            openPolling(ibrahim);
            claire.ask("watch_presence", "[\"%s\",\"%s\"]".formatted(awa.id(), ibrahim.id()));
            cable.pull();
            long pulled = System.nanoTime();
            for (var gone : new Someone[] {awa, ibrahim}) {
                claire.await(
                        "user_offline",
                        data -> data.at("/userId").asText().equals(gone.id()),
                        BOUND.plusSeconds(3));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - pulled)).isLessThan(BOUND);
        }
    }

    /// Joins over long-polling, and polls no more.
    private void openPolling(Someone someone) {
        var path = "/socket.io/?EIO=4&transport=polling";
        var client = server.nobody().with("Content-Type", "text/plain");
        var open = client.get(path).raw().body();
        var sid = open.substring(open.indexOf("sid\":\"") + 6);
        sid = sid.substring(0, sid.indexOf('"'));
        var join = "40{\"token\":\"%s\"}".formatted(someone.token());
        assertThat(client.post(path + "&sid=" + sid, join).raw().body()).isEqualTo("ok");
        assertThat(client.get(path + "&sid=" + sid).raw().body()).startsWith("40");
    }
}
