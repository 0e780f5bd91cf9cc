// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.palabre.e2e.process.Leash;
import io.palabre.socketio.NetworkIo;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The suites that come with the protocol documents. They are not part of this repository: the
/// environment variable `PALABRE_SUITES` names the folder `docs` of a checkout of the Socket.IO
/// monorepo.
class OfficialSuitesTest {
    private static final String PONGS =
            """
            globalThis.WebSocket = class extends WebSocket {
              constructor(...args) {
                super(...args);
                this.on("message", (data, binary) => {
                  if (!binary && data.toString() === "2") this.send("3");
                });
              }
            };
            """;

    private final Vertx vertx = NetworkIo.BEST.create(Vertx.builder());
    @TempDir private Path folder;

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @ParameterizedTest
    @CsvSource({"engine.io-protocol/v4-test-suite, 25", "socket.io-protocol/v5-test-suite, 32"})
    void every_test_passes(String suite, int tests) throws Exception {
        assertThat(run(suite, "", List.of()))
                .contains(tests + " passing")
                .doesNotContain("failing");
    }

    @ParameterizedTest
    @CsvSource({"engine.io-protocol/v4-test-suite, 21", "socket.io-protocol/v5-test-suite, 28"})
    void every_test_but_those_of_heartbeats_passes_with_pongs(String suite, int tests)
            throws Exception {
        assertThat(run(suite, PONGS, List.of("--grep", "heartbeat", "--invert")))
                .contains(tests + " passing")
                .doesNotContain("failing");
    }

    private String run(String suite, String preparation, List<String> options) throws Exception {
        var suites = System.getenv("PALABRE_SUITES");
        assumeTrue(suites != null, "PALABRE_SUITES does not name the docs of a Socket.IO monorepo");
        var port = Conformance.start(vertx, 0).actualPort();
        copy(Path.of(suites, suite), port, preparation);
        bringPackages(Path.of(suites, suite, "node_modules"));
        var command = new ArrayList<>(List.of("npx", "mocha", "--exit", "test-suite.js"));
        command.addAll(options);
        return say(command);
    }

    private void copy(Path suite, int port, String preparation) throws IOException {
        for (var name :
                List.of("package.json", "package-lock.json", "node-imports.js", "test-suite.js")) {
            var text = Files.readString(suite.resolve(name));
            text = text.replace("http://localhost:3000", "http://localhost:" + port);
            var more = name.equals("node-imports.js") ? preparation : "";
            Files.writeString(folder.resolve(name), text + more);
        }
    }

    private void bringPackages(Path installed) throws IOException {
        if (Files.isDirectory(installed)) {
            Files.createSymbolicLink(folder.resolve("node_modules"), installed);
        } else {
            say(List.of("npm", "install", "--no-audit", "--no-fund", "--loglevel=error"));
        }
    }

    private String say(List<String> command) throws IOException {
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        try (var _ = new Leash(process)) {
            return process.inputReader(StandardCharsets.UTF_8).readAllAsString();
        }
    }
}
