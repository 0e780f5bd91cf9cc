// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.core.attachments.Blobs;
import io.palabre.core.attachments.Blobs.Part;
import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.Ulid;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What holds for [Blobs], however they are kept.
public abstract class BlobsContract extends PortContract {

    private static final AttachmentId ONE = new AttachmentId(new Ulid(1, 1));
    private static final AttachmentId OTHER = new AttachmentId(new Ulid(1, 2));
    private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

    @Test
    void what_arrives_in_pieces_is_one() throws IOException {
        assertThat(blobs().arrived(ONE)).isZero();
        append(ONE, "ab");
        append(ONE, "cde");
        append(OTHER, "x");
        assertThat(blobs().arrived(ONE)).isEqualTo(5);
        try (var in = blobs().unfinished(ONE)) {
            assertThat(in.readAllBytes()).isEqualTo("abcde".getBytes(UTF_8));
        }
    }

    @Test
    void what_is_finished_is_a_part_and_not_unfinished_any_more() throws IOException {
        append(ONE, "abcde");
        assertThat(blobs().size(ONE, Part.ORIGINAL)).isEmpty();
        blobs().finish(ONE, Part.ORIGINAL);
        assertThat(blobs().arrived(ONE)).isZero();
        assertThat(blobs().size(ONE, Part.ORIGINAL)).hasValue(5);
        assertThat(blobs().size(ONE, Part.THUMBNAIL)).isEmpty();
        assertThat(read(ONE, Part.ORIGINAL, 0)).isEqualTo("abcde");
        assertThat(read(ONE, Part.ORIGINAL, 3)).isEqualTo("de");
        assertThat(read(ONE, Part.ORIGINAL, 5)).isEmpty();
    }

    @Test
    void what_breaks_off_leaves_what_was_there() throws IOException {
        put(ONE, "old");
        assertThatThrownBy(
                        () ->
                                blobs().put(
                                                ONE,
                                                Part.ORIGINAL,
                                                out -> {
                                                    out.write(1);
                                                    throw new IOException("broken off");
                                                }))
                .hasMessage("broken off");
        assertThat(read(ONE, Part.ORIGINAL, 0)).isEqualTo("old");
        put(ONE, "new");
        assertThat(read(ONE, Part.ORIGINAL, 0)).isEqualTo("new");
    }

    @Test
    void what_is_removed_is_gone_with_all_its_parts() throws IOException {
        append(ONE, "unfinished");
        put(ONE, "whole");
        blobs().put(ONE, Part.THUMBNAIL, out -> out.write(7));
        put(OTHER, "stays");
        assertThat(blobs().olderThan(ALWAYS)).containsExactlyInAnyOrder(ONE, OTHER);
        blobs().clear(ONE);
        assertThat(blobs().arrived(ONE)).isZero();
        assertThat(read(ONE, Part.ORIGINAL, 0)).isEqualTo("whole");
        blobs().remove(ONE);
        assertThat(blobs().size(ONE, Part.ORIGINAL)).isEmpty();
        assertThat(blobs().size(ONE, Part.THUMBNAIL)).isEmpty();
        assertThatThrownBy(() -> blobs().read(ONE, Part.ORIGINAL, 0))
                .isInstanceOf(IOException.class);
        assertThat(blobs().olderThan(ALWAYS)).containsExactly(OTHER);
        blobs().remove(ONE);
    }

    private Blobs blobs() {
        return ports().blobs();
    }

    private void append(AttachmentId id, String text) throws IOException {
        try (var out = blobs().append(id)) {
            out.write(text.getBytes(UTF_8));
        }
    }

    private void put(AttachmentId id, String text) throws IOException {
        blobs().put(id, Part.ORIGINAL, out -> out.write(text.getBytes(UTF_8)));
    }

    private String read(AttachmentId id, Part part, long from) throws IOException {
        try (var in = blobs().read(id, part, from)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
