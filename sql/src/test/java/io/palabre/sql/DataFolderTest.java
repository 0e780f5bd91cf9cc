// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.core.testing.ManualTime;
import io.palabre.core.testing.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir Path parent;

    private SqlitePorts open(Path folder) {
        return SqlitePorts.open(folder, new ManualTime(), _ -> _ -> {});
    }

    @Test
    void what_was_accepted_is_there_after_closing_and_opening_again() {
        var folder = parent.resolve("a/b");
        var first = open(folder);
        var story = new Story(first);
        var ann = story.person("ann");
        var here = story.privately(ann, story.person("bob"));
        story.saysMuch(ann, here, 10);
        var entries = first.log().after(here, 0, 100);
        var epoch = first.log().epoch();
        first.close();

        try (var second = open(folder)) {
            assertThat(second.log().epoch()).isEqualTo(epoch);
            assertThat(second.log().after(here, 0, 100)).isEqualTo(entries).hasSize(11);
            var again = new Story(second).accepted(Story.post(ann, here, "c10", "message 9"));
            assertThat(again.repeated()).isTrue();
            assertThat(new Story(second).accepted(Story.post(ann, here, "z", "z")).entries())
                    .singleElement()
                    .matches(entry -> entry.seq() == 12);
        }
    }

    @Test
    void one_process_at_a_time() throws IOException, InterruptedException {
        try (var _ = open(parent)) {
            assertThatThrownBy(() -> open(parent))
                    .isInstanceOf(UnusableDataFolder.InUse.class)
                    .hasMessageContaining(parent.toString());
            System.gc();
            assertThat(lockedForOtherProcesses()).isTrue();
        }
        assertThat(lockedForOtherProcesses()).isFalse();
        open(parent).close();
    }

    /// Asks from another process, by running a Java program there.
    private boolean lockedForOtherProcesses() throws IOException, InterruptedException {
        var program = parent.resolve("Try.java");
        Files.writeString(
                program,
                """
                import java.nio.channels.FileChannel;
                import java.nio.file.*;
                class Try {
                    public static void main(String[] args) throws Exception {
                        var file = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE);
                        System.exit(file.tryLock() == null ? 3 : 0);
                    }
                }
                """);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var lock = parent.resolve("palabre.lock").toString();
        var exit = new ProcessBuilder(java, program.toString(), lock).inheritIO().start().waitFor();
        assertThat(exit).isIn(0, 3);
        return exit == 3;
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() throws IOException {
        var file = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> open(file.resolve("data")))
                .isInstanceOf(UnusableDataFolder.NotWritable.class)
                .hasMessageContaining(file.resolve("data").toString());
    }

    @Test
    void a_newer_schema_is_refused_and_left_alone() throws Exception {
        open(parent).close();
        try (var db = Db.open(parent.resolve("palabre.db"))) {
            db.run("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> open(parent))
                .isInstanceOf(UnusableDataFolder.TooNew.class)
                .hasMessageContaining("99");
        try (var db = Db.open(parent.resolve("palabre.db"))) {
            assertThat(db.first("PRAGMA user_version", row -> row.small(1))).contains(99);
        }
    }

    @Test
    void what_is_no_store_is_refused_and_the_folder_let_go() throws IOException {
        Files.writeString(parent.resolve("palabre.db"), "this is not a database, but long enough");
        assertThatThrownBy(() -> open(parent)).isInstanceOf(UnusableDataFolder.NotAStore.class);
        assertThatThrownBy(() -> open(parent)).isInstanceOf(UnusableDataFolder.NotAStore.class);
    }

    @Test
    void network_file_systems_are_refused() {
        DataFolder.refuseRemote(parent, "ext4");
        for (var type : new String[] {"nfs4", "cifs", "SMB2"}) {
            assertThatThrownBy(() -> DataFolder.refuseRemote(parent, type))
                    .isInstanceOf(UnusableDataFolder.Remote.class);
        }
    }

    @Test
    void what_it_makes_is_for_its_owner_only() throws IOException {
        var folder = parent.resolve("data");
        try (var ports = open(folder)) {
            new Story(ports).person("ann");
            assertThat(mode(folder)).isEqualTo("rwx------");
            try (var files = Files.list(folder)) {
                assertThat(files).hasSizeGreaterThan(2).allMatch(f -> mode(f).equals("rw-------"));
            }
        }
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_file_is_set_up_as_promised() throws Exception {
        open(parent).close();
        try (var db = Connections.writer(parent.resolve("palabre.db"))) {
            assertThat(pragma(db, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(db, "synchronous")).isEqualTo("2");
            assertThat(pragma(db, "secure_delete")).isEqualTo("1");
            assertThat(pragma(db, "auto_vacuum")).isEqualTo("2");
            assertThat(pragma(db, "page_size")).isEqualTo("4096");
        }
    }

    private static String pragma(Db db, String name) throws Exception {
        return db.first("PRAGMA " + name, row -> row.text(1)).orElseThrow();
    }
}
