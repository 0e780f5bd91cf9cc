// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.ids;

import java.util.Optional;

/// Names an attachment, from the first byte of its upload on.
public record AttachmentId(Ulid ulid) implements Comparable<AttachmentId> {

    /// Reads what [#toString] wrote; empty for anything else.
    public static Optional<AttachmentId> parse(String text) {
        return Ulid.parse(text).map(AttachmentId::new);
    }

    @Override
    public int compareTo(AttachmentId other) {
        return ulid.compareTo(other.ulid);
    }

    @Override
    public String toString() {
        return ulid.toString();
    }
}
