// SPDX-License-Identifier: Apache-2.0
package io.palabre.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.server.testing.CommandLineRun;
import io.palabre.server.testing.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `palabre backup` and `palabre restore`.
class BackupTest {
    @TempDir private Path folder;

    @Test
    void a_backup_of_a_running_server_is_served_again_as_another_history() throws Exception {
        var backup = folder.resolve("backup");
        var restored = folder.resolve("restored");
        try (var server = RunningServer.with("awa", "ibrahim")) {
            var awa = server.signIn("awa");
            var talk = awa.talkTo(server.signIn("ibrahim"));
            awa.say(talk, "before");
            var inFolder = Files.createDirectories(server.folder().resolve("kept/deep"));
            Files.writeString(inFolder.resolve("photo"), "bytes");
            var copied = run("backup", backup, server.folder());
            assertThat(copied.err()).isEmpty();
            assertThat(copied.code()).isZero();
            awa.say(talk, "after");
            var cursors = "{\"cursors\":{\"%s\":0}}".formatted(talk);
            var epoch = awa.post("/api/sync", cursors).text("/epoch");

            assertThat(run("restore", backup, restored).code()).isZero();
            assertThat(restored.resolve("kept/deep/photo")).hasContent("bytes");
            assertThat(restored.resolve("operator.json")).doesNotExist();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(restored)))
                    .isEqualTo("rwx------");
            try (var other = RunningServer.on(RunningServer.config(restored, Map.of()))) {
                var there = awa.at(other);
                var page = there.get("/api/conversations/%s/messages".formatted(talk));
                assertThat(page.raw().body()).contains("before").doesNotContain("after");
                var synced =
                        there.post(
                                "/api/sync", "{\"epoch\":\"%s\",\"cursors\":{}}".formatted(epoch));
                assertThat(synced.body().at("/epochChanged").asBoolean()).isTrue();
            }
        }
    }

    @Test
    void files_may_go_while_it_copies() throws Exception {
        try (var server = RunningServer.with("awa")) {
            var coming = Files.createDirectories(server.folder().resolve("coming"));
            var over = new AtomicBoolean();
            var others =
                    Thread.startVirtualThread(
                            () -> {
                                while (!over.get()) comeAndGo(coming);
                            });
            for (int i = 0; i < 30; i++) {
                var copied = run("backup", folder.resolve("b" + i), server.folder());
                assertThat(copied.code()).as(copied.err()).isZero();
            }
            over.set(true);
            others.join();
        }
    }

    private static void comeAndGo(Path folder) {
        try {
            for (int i = 0; i < 50; i++) Files.writeString(folder.resolve("f" + i), "bytes");
            for (int i = 0; i < 50; i++) Files.delete(folder.resolve("f" + i));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothing_is_written_over_and_nothing_is_made_of_nothing() throws Exception {
        var full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("a"), "a");
        var none = run("backup", folder.resolve("b"), folder.resolve("nowhere"));
        assertThat(none.code()).isEqualTo(66);
        assertThat(run("restore", full, folder.resolve("c")).err()).contains("no backup");
        assertThat(folder.resolve("b")).doesNotExist();
        assertThat(folder.resolve("c")).doesNotExist();
        try (var server = RunningServer.with("awa")) {
            assertThat(run("backup", full, server.folder()).err()).contains("not empty");
            var inside = run("backup", server.folder().resolve("in"), server.folder());
            assertThat(inside.err()).contains("inside");
            assertThat(run("backup", folder.resolve("b"), server.folder()).code()).isZero();
            var over = run("restore", folder.resolve("b"), server.folder());
            assertThat(over.err()).contains("not empty");
            assertThat(over.code()).isEqualTo(74);
        }
    }

    private static CommandLineRun run(String command, Path backup, Path data) {
        return CommandLineRun.of(command, backup.toString(), "--data", data.toString());
    }
}
