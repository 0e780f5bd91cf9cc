// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.core.SystemTime;
import io.palabre.server.config.Config;
import io.palabre.server.config.ConfigException;
import io.palabre.server.config.Settings;
import io.palabre.server.testing.CommandLineRun;
import io.palabre.server.testing.RunningServer;
import io.palabre.server.testing.Someone;
import io.palabre.server.wiring.Palabre;
import io.palabre.server.wiring.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starting: what stops it says so in one line of its own. Rows are those of docs/security.md.
class StartTest {
    @TempDir private Path folder;

    private static Settings settings(Map<String, String> environment, boolean demo)
            throws ConfigException {
        return Settings.gather(Map.of(), demo, environment, null);
    }

    @Test
    void a_second_server_on_the_same_folder_is_refused() {
        try (var first = RunningServer.with("awa")) {
            assertThatThrownBy(
                            () ->
                                    Palabre.start(
                                            RunningServer.config(first.folder(), Map.of()),
                                            new SystemTime()))
                    .isInstanceOfSatisfying(
                            StartException.class, e -> assertThat(e.exitCode()).isEqualTo(75))
                    .hasMessageContaining(first.folder().toString())
                    .hasMessageContaining("in use");
            assertThat(first.signIn("awa").get("/api/users/me").status()).isEqualTo(200);
        }
    }

    @Test
    void a_taken_port_is_refused() {
        try (var first = RunningServer.with("awa")) {
            var port = String.valueOf(first.palabre().port());
            assertThatThrownBy(
                            () ->
                                    Palabre.start(
                                            RunningServer.config(folder, Map.of("port", port)),
                                            new SystemTime()))
                    .isInstanceOfSatisfying(
                            StartException.class, e -> assertThat(e.exitCode()).isEqualTo(69))
                    .hasMessageContaining(port);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_refused() throws IOException {
        var file = Files.writeString(folder.resolve("a-file"), "not a folder");
        assertThatThrownBy(
                        () ->
                                Palabre.start(
                                        RunningServer.config(file.resolve("data"), Map.of()),
                                        new SystemTime()))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitCode()).isEqualTo(73))
                .hasMessageContaining("cannot be written");
    }

    @Test
    void flags_win_over_the_environment_that_over_the_file_and_that_over_defaults()
            throws ConfigException, IOException {
        var file =
                Files.writeString(
                        folder.resolve("p"), "port = 4000\nsession.life = 7d\nhost = ::1\n");
        var environment = Map.of("PORT", "5000", "PALABRE_HOST", "127.0.0.1");
        var config =
                Config.from(Settings.gather(Map.of("host", "0.0.0.0"), false, environment, file));
        assertThat(config.host()).isEqualTo("0.0.0.0");
        assertThat(config.port()).isEqualTo(5000);
        assertThat(config.sessionLife()).hasDays(7);
        assertThat(config.data()).isEqualTo(Path.of("data"));
    }

    @Test
    void unknown_keys_and_impossible_values_are_refused_by_name() throws IOException {
        var file = Files.writeString(folder.resolve("p"), "prot = 4000\n");
        assertThatThrownBy(() -> Settings.gather(Map.of(), false, Map.of(), file))
                .hasMessageContaining("prot");
        assertThatThrownBy(() -> settings(Map.of("PALABRE_PROT", "1"), false))
                .hasMessageContaining("PALABRE_PROT");
        assertThatThrownBy(() -> Config.from(settings(Map.of("PORT", "70000"), false)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("port = 70000 (from environment PORT)");
        assertThatThrownBy(
                        () ->
                                Config.from(
                                        settings(Map.of("PALABRE_URL", "chat.example.org"), false)))
                .hasMessageContaining("url");
        for (var life : List.of("30", "59s", "367d", "12x", "-1d", "9999999999d")) {
            var told = Map.of("PALABRE_SESSION_LIFE", life);
            assertThatThrownBy(() -> Config.from(settings(told, false)))
                    .hasMessageContaining("session.life");
        }
    }

    /// There is none: who counts on one is told so before anything is taken in unlooked at.
    @Test
    void a_scanner_of_files_that_is_not_there_stops_the_start_row_99() {
        assertThatThrownBy(() -> settings(Map.of("PALABRE_UPLOADS_SCANNER", "/bin/clam"), false))
                .hasMessageContaining("PALABRE_UPLOADS_SCANNER");
    }

    @Test
    void a_demo_refuses_to_run_where_production_is_set() {
        assertThatThrownBy(() -> settings(Map.of("PALABRE_MODE", "production"), true))
                .hasMessageContaining("--demo")
                .hasMessageContaining("PALABRE_MODE");
    }

    @Test
    void the_command_line_says_a_wrong_configuration_in_one_line_with_its_own_exit_code() {
        var said = CommandLineRun.of("config", "--port", "many");
        assertThat(said.code()).isEqualTo(78);
        assertThat(said.err()).startsWith("palabre: port = many").hasLineCount(1);
        assertThat(CommandLineRun.of("config", "--json").out()).startsWith("[{\"name\":\"mode\"");
        assertThat(CommandLineRun.of("--version").out()).startsWith("palabre 0.");
        assertThat(CommandLineRun.of("nonsense").code()).isEqualTo(2);
    }

    private static List<String> wordsAfterTheirSenderWasLastSeen(Someone reader) {
        var users = reader.get("/api/users?limit=100").body().at("/users").valueStream();
        var seen =
                users.collect(
                        toMap(
                                user -> user.at("/id").asText(),
                                user -> Instant.parse(user.at("/lastSeen").asText())));
        return reader.get("/api/conversations").body().findValues("lastMessage").stream()
                .filter(said -> seen.containsKey(said.at("/senderId").asText()))
                .filter(
                        said ->
                                Instant.parse(said.at("/createdAt").asText())
                                        .isAfter(seen.get(said.at("/senderId").asText())))
                .map(said -> said.at("/content").asText())
                .toList();
    }

    @Test
    void a_demo_is_made_once_and_worth_looking_at() throws Exception {
        var config =
                Config.from(
                        Settings.gather(
                                Map.of("data", folder.resolve("demo").toString(), "port", "0"),
                                true,
                                Map.of(),
                                null));
        Palabre.start(config, new SystemTime()).close();
        try (var server = RunningServer.on(config)) {
            for (var name : new String[] {"admin", "manager"}) {
                var page = server.signIn(name, name).get("/api/conversations");
                assertThat(page.body().at("/conversations").size()).isGreaterThan(4);
                assertThat(page.number("/unreadTotal")).isPositive();
                assertThat(page.body().findValuesAsText("title")).contains("Livraisons");
                assertThat(page.body().findValuesAsText("type")).contains("product");
            }
            assertThat(wordsAfterTheirSenderWasLastSeen(server.signIn("admin", "admin"))).isEmpty();
            var products = server.signIn("admin", "admin").get("/api/products").body();
            assertThat(products.findValuesAsText("imageUrl"))
                    .hasSize(8)
                    .allMatch(url -> Files.exists(Path.of("../web/app/public" + url)));
            assertThat(server.signIn("awa", "demo").get("/api/users/me").text("/user/displayName"))
                    .isEqualTo("Awa Koné");
        }
    }

    @Test
    void a_demo_is_not_served_as_if_its_passwords_were_secret() throws Exception {
        var settings = Map.of("data", folder.toString(), "port", "0");
        Palabre.start(
                        Config.from(Settings.gather(settings, true, Map.of(), null)),
                        new SystemTime())
                .close();
        assertThatThrownBy(
                        () ->
                                Palabre.start(
                                        RunningServer.config(folder, Map.of()), new SystemTime()))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitCode()).isEqualTo(65))
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("admin, manager")
                .hasMessageContaining("--demo");
    }

    @Test
    void real_people_are_not_served_as_a_demo() throws Exception {
        var data = folder.resolve("real").toString();
        var made = CommandLineRun.of("user", "add", "awa", "--no-password", "--data", data);
        assertThat(made.err()).contains("made the folder " + data);
        var settings = Map.of("data", data, "port", "0");
        var demo = Config.from(Settings.gather(settings, true, Map.of(), null));
        assertThatThrownBy(() -> Palabre.start(demo, new SystemTime()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("without --demo");
    }
}
