// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.palabre.core.attachments.Blobs;
import io.palabre.core.ids.AttachmentId;
import io.palabre.e2e.faults.Tracer;
import io.palabre.e2e.process.Program;
import io.palabre.sql.SqliteStore;
import io.palabre.sql.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The power goes when `palabre backup` and `palabre restore` have just said that they are done.
@Tag("slow")
class BackupTest {
    private static final AttachmentId FILE =
            AttachmentId.parse("01ARZ3NDEKTSV4RRFFQ69G5FAV").orElseThrow();

    @TempDir private Path folder;
    private Path data;

    @BeforeEach
    void a_store_with_a_file() throws IOException {
        var why = Tracer.impossible();
        assumeTrue(why.isEmpty(), why::orElseThrow);
        data = folder.resolve("data");
        try (var store = SqliteStore.open(data, StoreOptions.standard(), _ -> _ -> {})) {
            store.blobs()
                    .put(
                            FILE,
                            Blobs.Part.ORIGINAL,
                            out -> out.write("words ".repeat(50_000).getBytes(UTF_8)));
        }
    }

    @Test
    void a_backup_that_is_made_is_on_the_disk() throws IOException {
        var backup = folder.resolve("backup");
        assertThat(leftOf(backup, "backup", backup, "--data", data)).isEqualTo(filesIn(backup));
        assertThat(filesIn(backup)).containsEntry("files/AV/" + FILE, 300_000L);
    }

    @Test
    void a_restored_folder_is_on_the_disk() throws IOException {
        var backup = folder.resolve("backup");
        var again = folder.resolve("again");
        assertThat(Program.call(folder, Map.of(), words("backup", backup, "--data", data)).code())
                .isZero();
        assertThat(leftOf(again, "restore", backup, "--data", again)).isEqualTo(filesIn(again));
        assertThat(filesIn(again)).containsEntry("files/AV/" + FILE, 300_000L);
    }

    /// Calls a command that fills a folder; what of it no loss of power could take.
    private Map<String, Long> leftOf(Path filled, Object... arguments) throws IOException {
        var recording = Files.createDirectory(folder.resolve("recording")).resolve("calls");
        var ended = Program.callUnder(Tracer.recording(recording), folder, words(arguments));
        assertThat(ended.code()).as(ended.err()).isZero();
        var platter = new Platter(folder);
        try (var files = Files.list(recording.resolveSibling(""))) {
            for (var call : Recording.of(files.toList(), folder)) platter.take(call);
        }
        var left = Files.createDirectory(folder.resolve("left"));
        platter.leftIn(left, () -> false);
        return filesIn(left.resolve(folder.relativize(filled)));
    }

    private static String[] words(Object... arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    }

    /// How long each file is.
    private static Map<String, Long> filesIn(Path folder) throws IOException {
        var found = new TreeMap<String, Long>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                found.put(folder.relativize(file).toString(), Files.size(file));
            }
        }
        return found;
    }
}
