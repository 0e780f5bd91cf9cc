// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.palabre.e2e.process.Program;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of the seeds, in a release's folder, spelled as there.
@Tag("slow")
class SeedCommandsTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir private Path folder;
    private int port;

    @BeforeEach
    void unpack() throws IOException {
        var project = Path.of(System.getProperty("palabre.e2e"), "..").toRealPath();
        var scripts = Files.createDirectories(folder.resolve("scripts"));
        for (var script : List.of("presence-manager.js", "test-multi-user-chat.js")) {
            Files.copy(project.resolve("scripts").resolve(script), scripts.resolve(script));
        }
        for (var file : List.of("package.json", "websocket-server.js")) {
            Files.copy(project.resolve(file), folder.resolve(file));
        }
        Files.copy(project.resolve("scripts/launcher"), folder.resolve("palabre"));
        Files.createSymbolicLink(folder.resolve("palabre.jar"), Program.jar());
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @Test
    void started_as_there_two_people_talk_and_each_command_finds_the_server() throws IOException {
        var started = command("npm", "start").inheritIO().start();
        try {
            var door = folder.resolve("data/demo/operator.json");
            Await.until("it serves", SOON, () -> Files.exists(door));
            var trial = Program.call(folder, command("node", "scripts/test-multi-user-chat.js"));
            assertThat(trial.code()).as("%s", trial).isZero();
            assertThat(trial.out().lines()).hasSize(7).allMatch(line -> line.startsWith("ok "));
            for (var seed :
                    List.of(
                            List.of("node", "scripts/presence-manager.js", "status"),
                            List.of("node", "scripts/presence-manager.js", "stale"),
                            List.of("npm", "run", "clean-online-status"),
                            List.of("./palabre", "token", "manager"))) {
                var ended = Program.call(folder, command(seed.toArray(String[]::new)));
                assertThat(ended.code()).as("%s: %s", seed, ended).isZero();
            }
            var serving = started.descendants().toList();
            started.destroy();
            Await.until(
                    "the server ends with npm, which tells it nothing",
                    SOON,
                    () -> serving.stream().noneMatch(ProcessHandle::isAlive));
        } finally {
            started.descendants().forEach(ProcessHandle::destroy);
            started.destroy();
        }
        var without = Program.call(folder, command("node", "scripts/test-multi-user-chat.js"));
        assertThat(without.code()).isEqualTo(1);
    }

    @Test
    void each_name_of_the_server_is_the_same_one() throws IOException {
        var scripts =
                new ObjectMapper()
                        .readTree(folder.resolve("package.json").toFile())
                        .path("scripts");
        for (var name : List.of("start", "dev", "dev:websocket")) {
            assertThat(scripts.path(name).asText()).isEqualTo("node websocket-server.js");
        }
    }

    private ProcessBuilder command(String... words) {
        var builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PALABRE_"));
        builder.environment().put("PORT", String.valueOf(port));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }
}
