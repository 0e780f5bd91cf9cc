// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.CommandLineRun;
import io.palabre.server.testing.RunningServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `palabre user` and `palabre token`: the same whether the server runs or not.
class UserCommandsTest {
    @TempDir private Path folder;

    @Test
    void accounts_are_kept_while_no_server_runs() throws IOException {
        keepAccounts(folder.resolve("data"));
    }

    @Test
    void accounts_are_kept_at_the_running_server() throws IOException {
        try (var server = RunningServer.with()) {
            keepAccounts(server.folder());
            assertThat(server.signIn("awa", "savon au citron").get("/api/users/me").status())
                    .isEqualTo(200);
            var token = run(server.folder(), "token", "fatou").out().strip();
            var me = server.holding(token).get("/api/users/me");
            assertThat(me.text("/user/displayName")).isEqualTo("Fatou Diop");
        }
    }

    @Test
    void a_token_of_a_stopped_server_is_good_when_it_runs() throws Exception {
        run(folder, "user", "add", "bot", "--no-password");
        var token = run(folder, "token", "bot").out().strip();
        try (var server = RunningServer.on(RunningServer.config(folder, Map.of()))) {
            var me = server.holding(token).get("/api/users/me");
            assertThat(me.text("/user/username")).isEqualTo("bot");
        }
    }

    @Test
    void who_only_looks_makes_no_database() {
        for (var words : List.of(List.of("user", "list"), List.of("token", "awa"))) {
            var said = run(folder.resolve("none"), words.toArray(String[]::new));
            assertThat(said.code()).isEqualTo(66);
            assertThat(said.err()).contains("no data").hasLineCount(1);
        }
        assertThat(folder).isEmptyDirectory();
    }

    private void keepAccounts(Path data) throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("people"),
                        """
                        # username, name, password
                        awa,Awa Koné,savon au citron
                        fatou\tFatou Diop
                        Moussa!

                        robot
                        """);
        var said = run(data, "user", "add", "--from", file.toString());
        assertThat(said.code()).isEqualTo(65);
        assertThat(said.out()).contains("3 accounts made");
        assertThat(said.err().lines().filter(line -> !line.startsWith("palabre: made the folder")))
                .singleElement()
                .asString()
                .startsWith("Moussa!: ");
        var missing = run(data, "user", "add", "--from", data + "/none.csv");
        assertThat(missing.code()).isEqualTo(65);
        assertThat(missing.err()).contains("none.csv cannot be read").hasLineCount(1);
        assertThat(typing("mot de passe", data, "user", "add", "claire").out()).contains("claire");

        assertThat(run(data, "user", "role", "claire", "admin").out()).contains("admin");
        var last = run(data, "user", "role", "claire", "user");
        assertThat(last.code()).isEqualTo(65);
        assertThat(last.err()).contains("Nobody else administers the server").hasLineCount(1);
        assertThat(run(data, "user", "disable", "claire").code()).isEqualTo(65);
        assertThat(run(data, "user", "disable", "robot").code()).isZero();
        assertThat(run(data, "token", "robot").code()).isEqualTo(65);
        assertThat(run(data, "user", "role", "nobody", "admin").err()).contains("no such person");
        assertThat(run(data, "user", "list").out())
                .containsPattern("awa +user +Awa Koné")
                .containsPattern("claire +admin +claire")
                .containsPattern("robot +disabled +robot");
        assertThat(run(data, "user", "list", "--json").out()).contains("\"disabledAt\"");
        assertThat(run(data, "user", "enable", "robot").code()).isZero();
        assertThat(run(data, "token", "robot").out().strip()).hasSize(43);
    }

    private static CommandLineRun typing(String input, Path data, String... words) {
        var usual = System.in;
        System.setIn(new ByteArrayInputStream((input + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            return run(data, words);
        } finally {
            System.setIn(usual);
        }
    }

    private static CommandLineRun run(Path data, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        return CommandLineRun.of(all.toArray(String[]::new));
    }
}
