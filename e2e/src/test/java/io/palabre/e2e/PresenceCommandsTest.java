// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.palabre.e2e.clients.LiveClient;
import io.palabre.e2e.clients.Person;
import io.palabre.e2e.clients.Transports;
import io.palabre.e2e.process.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// `palabre presence …` as an operator and a cron table call it, and as the seeds spell it.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PresenceCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int TERMINATED = 143;

    private Scene scene;
    private LiveClient awa;
    @TempDir private Path folder;

    @BeforeAll
    void open() throws IOException {
        scene = Scene.open("presence-commands");
        awa = device("awa");
    }

    @AfterAll
    void close() {
        scene.close();
    }

    private LiveClient device(String name) {
        var device = scene.clients().device(name + "'s");
        device.login(name, "demo");
        return device.connect(Transports.WEBSOCKET);
    }

    @Test
    void status_names_who_is_online() throws IOException {
        var said = presence("status");
        assertThat(said.code()).isZero();
        assertThat(said.out()).startsWith("1 online, 1 sockets").contains("awa");
        var json = json(presence("status", "--json"));
        assertThat(json.path("total").asInt()).isEqualTo(1);
        assertThat(json.at("/online/0/username").asText()).isEqualTo("awa");
    }

    @Test
    void status_is_watched_until_it_is_interrupted() throws IOException {
        var watching = Program.begin("presence", "status", "--watch", "--json", "--data", data());
        try (var lines = new BufferedReader(watching.inputReader(StandardCharsets.UTF_8))) {
            assertThat(total(lines)).isEqualTo(1);
            var ibrahim = device("ibrahim");
            awaitTotal(lines, 2);
            ibrahim.leave();
            awaitTotal(lines, 1);
            watching.destroy();
            assertThat(Program.exitCode(watching, SOON)).isEqualTo(TERMINATED);
        } finally {
            watching.destroyForcibly();
        }
    }

    private static void awaitTotal(BufferedReader lines, int wanted) {
        Await.until("%d online".formatted(wanted), SOON, () -> total(lines) == wanted);
    }

    private static int total(BufferedReader lines) {
        try {
            return JSON.readTree(lines.readLine()).path("total").asInt();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void explain_names_each_device_its_transport_age_and_activity() throws IOException {
        var said = presence("explain", "awa");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("awa is seen online, available: active")
                .containsPattern("websocket, open, for [0-9.]+ s, active [0-9.]+ s ago");
        var json = json(presence("explain", "awa", "--json"));
        assertThat(json.path("reason").asText()).isEqualTo("active");
        assertThat(json.at("/devices/0/transport").asText()).isEqualTo("websocket");
        assertThat(json.at("/devices/0/ageMs").isNumber()).isTrue();
        assertThat(json.at("/devices/0/sinceActiveMs").isNumber()).isTrue();
        assertThat(presence("explain", "claire").out()).contains("seen offline: no device");
    }

    @Test
    void explain_does_not_know_whom_nobody_knows() throws IOException {
        var said = presence("explain", "nobody");
        assertThat(said.code()).isEqualTo(65);
        assertThat(said.errorLines()).singleElement().asString().contains("no such person");
    }

    @Test
    void test_is_content_and_says_each_time_and_its_bound() throws IOException {
        var json = json(presence("test", "--json"));
        assertThat(json).hasSize(4);
        assertThat(json).allMatch(step -> step.path("kept").asBoolean());
        assertThat(json)
                .allMatch(step -> step.path("tookMs").asLong() <= step.path("boundMs").asLong());
        assertThat(presence("test").out().lines()).hasSize(4).allMatch(l -> l.startsWith("ok "));
    }

    @Test
    void test_says_with_its_exit_code_that_the_server_was_too_slow() throws IOException {
        var operator = operator();
        var testing = Program.begin("presence", "test", "--data", data());
        try {
            Await.until("the probes are there", SOON, () -> sockets(operator) == 3);
            scene.server().pause();
            Await.pause(Duration.ofSeconds(4));
            scene.server().resume();
            assertThat(Program.exitCode(testing, SOON)).isEqualTo(1);
            var said = new String(testing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said).contains("LATE");
        } finally {
            testing.destroyForcibly();
        }
    }

    private int sockets(Person operator) {
        return scene.rest().get(operator, "/api/admin/presence").body().path("sockets").asInt();
    }

    private Person operator() throws IOException {
        var door = JSON.readTree(scene.server().data().resolve("operator.json").toFile());
        return new Person("", "operator", door.path("token").asText());
    }

    @Test
    void stale_and_clean_online_status_leave_who_is_there() throws IOException {
        assertThat(presence("stale").out()).isEqualToIgnoringNewLines("0 people dropped");
        assertThat(json(presence("stale", "--json")).path("dropped").asInt(-1)).isZero();
        var cron = call("clean-online-status", "--json");
        assertThat(json(cron).path("dropped").asInt(-1)).isZero();
        assertThat(presence("status").out()).startsWith("1 online");
    }

    @Test
    void cleanup_asks_and_then_closes_every_socket_and_who_lives_comes_back() throws IOException {
        awa.events().forget();
        var asked = presence("cleanup");
        assertThat(asked.code()).isEqualTo(1);
        assertThat(asked.out()).contains("--yes");
        assertThat(awa.events().all("disconnect")).isEmpty();

        assertThat(json(presence("cleanup", "--yes", "--json")).path("dropped").asInt())
                .isEqualTo(1);
        awa.events().await("disconnect");
        awa.events().await("authenticated");
        assertThat(presence("status").out()).startsWith("1 online");
    }

    @Test
    void where_no_server_runs_each_says_so_in_one_line() throws IOException {
        for (var command : List.of("status", "test", "stale", "cleanup", "explain")) {
            var words = new ArrayList<>(List.of("presence", command));
            if (command.equals("explain")) words.add("awa");
            if (command.equals("cleanup")) words.add("--yes");
            words.addAll(List.of("--data", folder.toString()));
            var ended = Program.call(folder, Map.of(), words.toArray(String[]::new));
            assertThat(ended.code()).isEqualTo(69);
            assertThat(ended.errorLines()).singleElement().asString().contains("no server runs");
        }
    }

    /// A release's folder, with what the seeds call in it.
    @Test
    void the_seeds_own_spellings_work_line_by_line() throws IOException {
        var project = Path.of(System.getProperty("palabre.e2e"), "..").toRealPath();
        var scripts = Files.createDirectories(folder.resolve("scripts"));
        Files.copy(project.resolve("scripts/launcher"), folder.resolve("palabre"));
        Files.copy(
                project.resolve("scripts/presence-manager.js"),
                scripts.resolve("presence-manager.js"));
        Files.copy(project.resolve("package.json"), folder.resolve("package.json"));
        Files.createSymbolicLink(folder.resolve("palabre.jar"), Program.jar());

        assertThat(seed("node", "scripts/presence-manager.js", "status").out())
                .startsWith("1 online");
        assertThat(seed("node", "scripts/presence-manager.js", "test").out().lines())
                .hasSize(4)
                .allMatch(line -> line.startsWith("ok "));
        assertThat(seed("node", "scripts/presence-manager.js", "stale").out())
                .contains("0 people dropped");
        assertThat(seed("npm", "run", "clean-online-status").out()).contains("0 people dropped");
        var asked = call("node", List.of("scripts/presence-manager.js", "cleanup"));
        assertThat(asked.code()).isEqualTo(1);
        assertThat(asked.out()).contains("--yes");
    }

    private Program.Ended seed(String program, String... words) throws IOException {
        var ended = call(program, List.of(words));
        assertThat(ended.code()).as("%s", ended).isZero();
        return ended;
    }

    private Program.Ended call(String program, List<String> words) throws IOException {
        var command = new ArrayList<>(List.of(program));
        command.addAll(words);
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("PALABRE_DATA", data());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return Program.call(folder, builder);
    }

    private Program.Ended presence(String... words) throws IOException {
        var all = new ArrayList<>(List.of("presence"));
        all.addAll(List.of(words));
        return call(all.toArray(String[]::new));
    }

    private Program.Ended call(String... words) throws IOException {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data()));
        return Program.call(folder, Map.of(), all.toArray(String[]::new));
    }

    private static JsonNode json(Program.Ended ended) throws IOException {
        assertThat(ended.code()).as("%s", ended).isZero();
        return JSON.readTree(ended.out());
    }

    private String data() {
        return scene.server().data().toString();
    }
}
