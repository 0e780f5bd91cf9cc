// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.e2e.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A start that cannot be says so in one line and leaves whoever serves already in peace.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartErrorsTest {
    private Scene scene;
    @TempDir private Path folder;

    @BeforeAll
    void open() throws IOException {
        scene = Scene.open("start-errors");
    }

    @AfterEach
    void the_first_server_is_not_disturbed() {
        assertThat(scene.server().serves()).isTrue();
    }

    @AfterAll
    void close() {
        scene.close();
    }

    @Test
    void a_data_folder_in_use() throws IOException {
        var data = scene.server().data().toString();
        assertRefused(start("--port", "0", "--data", data), data);
    }

    @Test
    void a_port_in_use() throws IOException {
        var port = Integer.toString(scene.server().port());
        assertRefused(start("--port", port, "--data", fresh()), port);
    }

    @Test
    void a_data_folder_that_cannot_be_made() throws IOException {
        var data = Files.createFile(folder.resolve("file")).resolve("data").toString();
        assertRefused(start("--port", "0", "--data", data), data);
    }

    @Test
    void a_data_folder_that_cannot_be_written() throws IOException {
        assertRefused(start("--port", "0", "--data", "/proc/self"), "/proc/self");
    }

    @Test
    void a_key_in_the_file_that_is_no_setting() throws IOException {
        Files.writeString(Path.of(fresh()).resolve("palabre.properties"), "colour = blue\n");
        assertRefused(start("--port", "0", "--data", fresh()), "colour");
    }

    @Test
    void a_key_in_the_environment_that_is_no_setting() throws IOException {
        var environment = Map.of("PALABRE_COLOUR", "blue");
        var ended =
                Program.call(
                        folder, environment, "serve", "--demo", "--port", "0", "--data", fresh());
        assertRefused(ended, "PALABRE_COLOUR");
    }

    @Test
    void a_value_that_cannot_be() throws IOException {
        assertRefused(start("--port", "99999", "--data", fresh()), "99999");
    }

    private Program.Ended start(String... arguments) throws IOException {
        var all = new ArrayList<>(List.of("serve", "--demo"));
        all.addAll(List.of(arguments));
        return Program.call(folder, Map.of(), all.toArray(String[]::new));
    }

    private String fresh() throws IOException {
        return Files.createDirectories(folder.resolve("fresh")).toString();
    }

    private static void assertRefused(Program.Ended ended, String because) {
        assertThat(ended.code()).as("%s", ended).isPositive();
        assertThat(ended.errorLines())
                .singleElement()
                .asString()
                .contains(because)
                .doesNotContain("Exception");
    }
}
