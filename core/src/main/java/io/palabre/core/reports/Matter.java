// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.reports;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import org.jspecify.annotations.Nullable;

/// What is reported: a message, a person or a conversation.
///
/// @param message null unless it is one
/// @param person who wrote it, or who it is; null of a conversation
/// @param conversation where, or which; null of a person
/// @param excerpt what the message said when it was reported
public record Matter(
        @Nullable MessageId message,
        @Nullable PersonId person,
        @Nullable ConversationId conversation,
        @Nullable String excerpt) {

    /// The same for two reports of the same thing.
    public String key() {
        if (message != null) {
            return "message " + message;
        }
        return conversation == null ? "person " + person : "conversation " + conversation;
    }
}
