// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a disk that keeps no more than it must would hold.
class PlatterTest {
    private static final Path ROOT = Path.of("/data");
    private static final Path FILE = ROOT.resolve("file");
    private static final Path OTHER = ROOT.resolve("other");

    @TempDir private Path left;
    private final Platter platter = new Platter(ROOT);
    private long clock;

    @Test
    void what_was_synced_stays_and_the_rest_is_lost() throws IOException {
        make(FILE);
        write(FILE, 0, "kept");
        sync(FILE, ROOT);
        write(FILE, 2, "lost");
        assertThat(content(false)).isEqualTo("file:kept");
        assertThat(content(true)).isEqualTo("file:kelost");
    }

    @Test
    void a_name_that_no_sync_of_its_folder_covers_is_lost_with_all_that_was_synced()
            throws IOException {
        make(FILE);
        write(FILE, 0, "kept");
        sync(FILE);
        assertThat(content(false)).isEmpty();
    }

    @Test
    void what_is_in_a_lost_folder_is_lost() throws IOException {
        var folder = ROOT.resolve("folder");
        platter.take(new Call.Make(clock, ++clock, folder, true));
        var inside = folder.resolve("inside");
        make(inside);
        write(inside, 0, "kept");
        sync(inside, folder);
        assertThat(leftOver(false)).isEmptyDirectory();
        sync(ROOT);
        assertThat(leftOver(false).resolve("folder/inside")).hasContent("kept");
    }

    @Test
    void a_move_is_done_whole_or_not_at_all() throws IOException {
        make(FILE);
        write(FILE, 0, "kept");
        sync(FILE, ROOT);
        platter.take(new Call.Move(clock, ++clock, FILE, OTHER));
        assertThat(content(false)).isEqualTo("file:kept");
        sync(ROOT);
        assertThat(content(false)).isEqualTo("other:kept");
    }

    @Test
    void a_write_that_ended_after_the_sync_began_is_not_covered_by_it() throws IOException {
        make(FILE);
        sync(ROOT);
        platter.take(new Call.Write(10, 30, FILE, 0, ByteBuffer.wrap("late".getBytes(UTF_8))));
        platter.take(new Call.Sync(20, 40, FILE));
        assertThat(content(false)).isEqualTo("file:");
    }

    @Test
    void what_is_cut_off_and_written_at_the_end_is_where_the_process_saw_it() throws IOException {
        make(FILE);
        write(FILE, 0, "one two");
        platter.take(new Call.Cut(clock, ++clock, FILE, 4));
        write(FILE, Call.AT_THE_END, "three");
        sync(FILE, ROOT);
        assertThat(content(false)).isEqualTo("file:one three");
    }

    private void make(Path file) {
        platter.take(new Call.Make(clock, ++clock, file, false));
    }

    private void write(Path file, long at, String words) {
        var bytes = ByteBuffer.wrap(words.getBytes(UTF_8));
        platter.take(new Call.Write(clock, ++clock, file, at, bytes));
    }

    private void sync(Path... files) {
        for (var file : files) platter.take(new Call.Sync(++clock, ++clock, file));
    }

    private Path leftOver(boolean kept) throws IOException {
        var folder = Files.createTempDirectory(left, "left");
        platter.leftIn(folder, () -> kept);
        return folder;
    }

    /// Of the only file.
    private String content(boolean kept) throws IOException {
        try (var files = Files.list(leftOver(kept))) {
            var all = files.toList();
            return all.isEmpty() ? "" : all.getFirst().getFileName() + ":" + read(all);
        }
    }

    private static String read(List<Path> all) throws IOException {
        return Files.readString(all.getFirst());
    }
}
