// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.SystemTime;
import io.palabre.server.testing.CommandLineRun;
import io.palabre.server.testing.Contract;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.TestSocket;
import io.palabre.server.wiring.Palabre;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `palabre presence …` at a running server. Rows are those of docs/security.md.
class PresenceCommandsTest {
    @TempDir private Path nowhere;
    private RunningServer server = RunningServer.with("awa", "ibrahim");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void status_says_who_is_online() {
        var awa = server.signIn("awa");
        server.signIn("ibrahim").patch("/api/users/me", "{\"status\":\"invisible\"}");
        try (var _ = TestSocket.of(server, awa)) {
            var said = run("status");
            assertThat(said.code()).isZero();
            assertThat(said.out()).contains("1 online, 1 sockets", "awa").doesNotContain("ibrahim");
            var json = Contract.json(run("status", "--json").out());
            assertThat(json.at("/total").asInt()).isEqualTo(1);
        }
    }

    @Test
    void status_says_of_whom_there_is_no_socket_why_they_are_online() {
        server.signIn("awa");
        var said = run("status").out();
        assertThat(said)
                .contains("1 online, 0 sockets", "1 of them without a socket: by a sign-in", "awa");
        assertThat(Contract.json(run("status", "--json").out()).at("/withoutSocket").asInt())
                .isEqualTo(1);
    }

    @Test
    void test_sees_a_probe_come_and_go_in_time_and_nobody_else_does() {
        var said = run("test");
        assertThat(said.out()).contains("connected, seen", "closed, seen gone", "cut without");
        assertThat(said.out().lines()).hasSize(4).allMatch(line -> line.startsWith("ok"));
        assertThat(said.code()).isZero();
        var awa = server.signIn("awa");
        assertThat(awa.get("/api/users/online").number("/total")).isEqualTo(1);
        assertThat(awa.get("/api/users").body().at("/users").size()).isEqualTo(1);
    }

    @Test
    void cleanup_asks_first_and_then_closes_every_socket() {
        try (var awa = TestSocket.of(server, server.signIn("awa"))) {
            var asked = run("cleanup");
            assertThat(asked.code()).isEqualTo(1);
            assertThat(asked.out()).contains("--yes");
            assertThat(run("status").out()).contains("1 online");
            var said = run("cleanup", "--yes");
            assertThat(said.code()).isZero();
            assertThat(said.out()).contains("1 sockets closed");
            awa.awaitEnd(Duration.ofSeconds(5));
            assertThat(run("status").out()).contains("0 online, 0 sockets");
        }
    }

    @Test
    void stale_and_the_seeds_spelling_of_it_find_nothing_to_do() {
        server.signIn("awa");
        assertThat(run("stale").out()).contains("0 people dropped");
        var seed = CommandLineRun.of("clean-online-status", "--data", server.folder().toString());
        assertThat(seed.code()).isZero();
        assertThat(run("status").out()).contains("1 online");
    }

    @Test
    void explain_names_each_device_and_the_reason() {
        var awa = server.signIn("awa");
        try (var socket = TestSocket.of(server, awa)) {
            var online = run("explain", "awa");
            assertThat(online.code()).isZero();
            assertThat(online.out())
                    .contains("awa is seen online, available: active", "websocket, open");
            socket.ask("set_status", "\"invisible\"");
            assertThat(run("explain", awa.id()).out())
                    .contains("seen offline: invisible by choice", "wants to appear invisible");
        }
        assertThat(run("explain", "ibrahim").out()).contains("seen offline: no device");
        var nobody = run("explain", "nobody");
        assertThat(nobody.code()).isEqualTo(65);
        assertThat(nobody.err()).contains("no such person").hasLineCount(1);
    }

    @Test
    void the_door_for_the_operator_is_gone_when_the_server_stops() throws Exception {
        var door = nowhere.resolve("operator.json");
        try (var _ = Palabre.start(RunningServer.config(nowhere, Map.of()), new SystemTime())) {
            assertThat(door).exists();
        }
        assertThat(door).doesNotExist();
    }

    @Test
    void only_the_owner_of_the_folder_is_let_in() throws IOException {
        var door = server.folder().resolve("operator.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(door)))
                .isEqualTo("rw-------");
        var token = Contract.json(Files.readString(door)).at("/token").asText();
        var status = "/api/admin/presence";
        var operator = server.nobody().with("Authorization", "Bearer " + token);
        assertThat(operator.get(status).status()).isEqualTo(200);
        assertThat(operator.get("/api/users/me").status()).isEqualTo(401);
        assertThat(server.nobody().with("Authorization", "Bearer x").get(status).status())
                .isEqualTo(401);
        var cookie = server.nobody().with("Cookie", "palabre_session=" + token);
        assertThat(cookie.get(status).status()).isEqualTo(401);
    }

    @Test
    void each_start_has_another_token_and_the_old_one_is_nobodys_row_123() throws Exception {
        var old = token();
        server = server.again();
        assertThat(token()).isNotEqualTo(old);
        assertThat(server.holding(old).get("/api/admin/presence").status()).isEqualTo(401);
        assertThat(server.operator().get("/api/admin/presence").status()).isEqualTo(200);
    }

    private String token() throws IOException {
        var door = server.folder().resolve("operator.json");
        return Contract.json(Files.readString(door)).at("/token").asText();
    }

    @Test
    void where_no_server_runs_it_says_so() {
        var said = CommandLineRun.of("presence", "status", "--data", nowhere.toString());
        assertThat(said.code()).isEqualTo(69);
        assertThat(said.err()).contains("no server runs on " + nowhere).hasLineCount(1);
    }

    private CommandLineRun run(String command, String... more) {
        var words = new ArrayList<>(List.of("presence", command));
        words.addAll(List.of(more));
        words.addAll(List.of("--data", server.folder().toString()));
        return CommandLineRun.of(words.toArray(String[]::new));
    }
}
