// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Everyone in a room may learn the socket ids of the others: knowing one is of no use.
class StrangerTest {
    private final TestServer server =
            TestServer.start(SocketIoOptions.defaults().withRecovery(Recovery.defaults()));
    private final LinkedBlockingQueue<Socket> sockets = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
    private RawWebSocket victim;
    private String id;

    @BeforeEach
    void a_client_is_there() throws Exception {
        server.io.of("/").onConnect(sockets::add).on("say", in -> said.add(in.socket().id()));
        victim = server.joined();
        id = sockets.take().id();
    }

    @AfterEach
    void and_noticed_nothing() throws Exception {
        assertThat(server.io.of("/").sockets()).anyMatch(socket -> socket.id().equals(id));
        server.io.of("/").to(id).emit("still", "there");
        assertThat(victim.text()).startsWith("42[\"still\",\"there\"");
        victim.send("42[\"say\"]");
        assertThat(said.take()).isEqualTo(id);
        victim.close();
        server.close();
    }

    @Test
    void it_is_no_session_id() {
        try (var http = server.http()) {
            var poll = http.get(TestServer.poll(id));
            assertThat(poll.status()).isEqualTo(400);
            assertThat(poll.body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
            assertThat(http.post(TestServer.poll(id), "42[\"say\"]").status()).isEqualTo(400);
            assertThat(http.post(TestServer.poll(id), "1").status()).isEqualTo(400);
        }
        try (var ws =
                new RawWebSocket(server.port, "/socket.io/?EIO=4&transport=websocket&sid=" + id)) {
            assertThat(ws.answer).startsWith("HTTP/1.1 400");
        }
        assertThat(said).isEmpty();
    }

    @Test
    void it_brings_nobody_back() throws Exception {
        server.io.of("/").to(id).emit("private");
        var offset = victim.text().replaceAll("42\\[\"private\",\"(\\w+)\"]", "$1");
        for (var claim :
                new String[] {
                    "{\"pid\":\"" + id + "\",\"offset\":\"" + offset + "\"}",
                    "{\"sid\":\"" + id + "\",\"offset\":\"" + offset + "\"}",
                    "{\"id\":\"" + id + "\"}"
                }) {
            try (var ws = server.webSocket()) {
                ws.send("40" + claim);
                assertThat(ws.text()).startsWith("40{").doesNotContain(id);
                var stranger = sockets.take();
                assertThat(stranger.id()).isNotEqualTo(id);
                assertThat(stranger.recovered()).isFalse();
                assertThat(stranger.rooms()).doesNotContain(id);
            }
        }
    }

    @Test
    void it_answers_for_nobody() throws Exception {
        var asked =
                server.io.of("/").sockets().stream()
                        .filter(socket -> socket.id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .emitWithAck("who", Duration.ofSeconds(10));
        try (var ws = server.joined()) {
            ws.send("430[\"not you\"]");
            ws.send("42[\"say\"]");
            assertThat(said.take()).isNotEqualTo(id);
        }
        assertThat(asked).isNotDone();
        assertThat(victim.text()).isEqualTo("420[\"who\"]");
        victim.send("430[\"me\"]");
        assertThat(asked.get().json()).isEqualTo("[\"me\"]");
    }
}
