// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.attachments;

import io.palabre.core.ids.AttachmentId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What is known of a file that a message carries. It never changes.
///
/// @param name what its uploader called it, for people: nothing is ever stored under it
/// @param type its media type, as its content says
/// @param size in bytes, as it is served
public record Attachment(
        AttachmentId id, String name, String type, Kind kind, long size, Look look) {

    /// How clients show it.
    public enum Kind {
        IMAGE,
        VIDEO,
        AUDIO,
        /// Audio that was recorded to be a message of its own.
        VOICE,
        FILE
    }

    /// What it looks like before it is loaded.
    ///
    /// @param width in pixels, as it is shown
    /// @param height in pixels, as it is shown
    /// @param duration as its uploader says
    /// @param thumbnail whether there is a small picture of it
    public record Look(
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Duration duration,
            boolean thumbnail) {

        /// Of which nothing is known.
        public static Look unknown() {
            return new Look(null, null, null, false);
        }
    }
}
