// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.SystemTime;
import io.palabre.core.attachments.Blobs.Part;
import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.Ulid;
import io.palabre.sql.SqliteStore;
import io.palabre.sql.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphansTest {
    @TempDir Path folder;

    @Test
    void files_are_looked_at_in_a_sweep_and_not_every_five_minutes() throws IOException {
        try (var store = SqliteStore.open(folder, StoreOptions.standard(), _ -> _ -> {});
                var orphans =
                        new Orphans(
                                new Shelf(store.attachments(), store.blobs()), new SystemTime())) {
            orphans.sweep(); // behind the one that a start begins with
            var nameless = new AttachmentId(new Ulid(1, 1));
            store.blobs().put(nameless, Part.ORIGINAL, out -> out.write("left".getBytes(UTF_8)));
            age();

            orphans.collect();
            assertThat(store.blobs().size(nameless, Part.ORIGINAL)).hasValue(4);
            orphans.sweep();
            assertThat(store.blobs().size(nameless, Part.ORIGINAL)).isEmpty();
        }
    }

    private void age() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
            }
        }
    }
}
