// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import org.jspecify.annotations.Nullable;

/// What a message says.
///
/// @param type `text`, or a lower-case word the clients agree on
/// @param replyTo the number of the message it answers, in the same conversation
public record Content(String type, String text, @Nullable Long replyTo) {

    /// A plain text.
    public static Content text(String text) {
        return new Content("text", text, null);
    }
}
