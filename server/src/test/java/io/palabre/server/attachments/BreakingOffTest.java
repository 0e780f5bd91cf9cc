// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.core.Refusal;
import io.palabre.core.attachments.Upload;
import io.palabre.core.ids.RandomIds;
import io.palabre.core.people.Enrolment;
import io.palabre.core.people.Newcomer;
import io.palabre.server.config.Config;
import io.palabre.server.media.Thumbnails;
import io.palabre.server.refusal.Refused;
import io.palabre.server.testing.MovableTime;
import io.palabre.sql.SqliteStore;
import io.palabre.sql.StoreOptions;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakingOffTest {
    @TempDir Path folder;

    /// Three bytes, then nothing more will come.
    private static final class Broken extends InputStream {
        private int left = 3;

        @Override
        public int read() {
            if (left-- == 0) throw Refused.because(Refusal.BAD_REQUEST, "The body breaks off.");
            return 'a';
        }

        @Override
        public int read(byte[] into, int from, int length) {
            IntStream.range(from, from + 1).forEach(at -> into[at] = (byte) read());
            return 1;
        }
    }

    @Test
    void a_piece_that_breaks_off_counts_as_far_as_it_came_and_keeps_the_upload_alive() {
        var time = new MovableTime();
        var standard = StoreOptions.standard();
        var options =
                new StoreOptions(
                        time,
                        standard.random(),
                        standard.limits(),
                        standard.readers(),
                        standard.watch());
        try (var store = SqliteStore.open(folder, options, _ -> _ -> {});
                var thumbnails = new Thumbnails()) {
            var enrolment = store.people().enrol(Newcomer.named("ann", "Ann"));
            var ann = ((Enrolment.Enrolled) enrolment).person().id();
            var uploads =
                    new Uploads(
                            new Shelf(store.attachments(), store.blobs()),
                            new Intake(store.blobs(), thumbnails),
                            new RandomIds(time, new SecureRandom()),
                            new Config.Uploads(1_000, 10, 10_000));
            var claim = new Upload.Claim("a.txt", false, null);
            var id = uploads.begin(ann, claim, 10, null).id();

            time.move(Duration.ofMinutes(50));
            assertThatThrownBy(() -> uploads.append(ann, id, 0L, new Broken()))
                    .isInstanceOf(Refused.class);
            time.move(Duration.ofMinutes(50));
            var silent = time.now().minus(Duration.ofHours(1));
            assertThat(store.attachments().collect(silent, silent)).isEmpty();
            assertThat(uploads.progress(ann, id).offset()).isEqualTo(3);
        }
    }
}
