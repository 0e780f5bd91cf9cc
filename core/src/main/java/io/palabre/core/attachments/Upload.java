// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.attachments;

import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.PersonId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A file that is on its way, in as many pieces as the network likes.
///
/// @param id what the attachment will be called
/// @param size how many bytes there will be
/// @param sha256 of all of it, in lower-case hexadecimal digits, if its uploader said
public record Upload(
        AttachmentId id, PersonId uploader, Claim claim, long size, @Nullable String sha256) {

    /// What an uploader says of a file.
    ///
    /// @param voice whether it was recorded to be a message of its own
    public record Claim(String name, boolean voice, @Nullable Duration duration) {}
}
