// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.attachments;

import io.palabre.core.ids.AttachmentId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;

/// Bytes by name. What is there under a [Part] is there completely, whatever happens to the machine
/// meanwhile; what has arrived of something unfinished is there as far as it was answered.
public interface Blobs {

    /// What is kept of one attachment.
    enum Part {
        ORIGINAL,
        THUMBNAIL
    }

    /// How many bytes have arrived of something unfinished; 0 when there is none.
    long arrived(AttachmentId id) throws IOException;

    /// Adds bytes to something unfinished, behind what has arrived; closing makes them durable.
    OutputStream append(AttachmentId id) throws IOException;

    /// Reads what has arrived.
    InputStream unfinished(AttachmentId id) throws IOException;

    /// What has arrived is all of it, and becomes this part as it is.
    void finish(AttachmentId id, Part part) throws IOException;

    /// Keeps what `writing` writes as this part, if it comes to its end.
    void put(AttachmentId id, Part part, Writing writing) throws IOException;

    /// Forgets what has arrived of something unfinished.
    void clear(AttachmentId id) throws IOException;

    /// How long a part is; empty when there is none.
    OptionalLong size(AttachmentId id, Part part) throws IOException;

    /// Reads a part from byte `from` on.
    InputStream read(AttachmentId id, Part part, long from) throws IOException;

    /// Removes everything there is under this name.
    void remove(AttachmentId id) throws IOException;

    /// Names under which something is there that was written last before this moment.
    Set<AttachmentId> olderThan(Instant moment) throws IOException;

    /// Writes bytes.
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
