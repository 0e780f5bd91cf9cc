// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.attachments;

import io.palabre.core.ids.MessageId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some attachments of a conversation, those of its newest messages first.
///
/// @param next where the next page begins; null when this is the last
public record AttachmentPage(List<Carried> attachments, @Nullable Place next) {

    public AttachmentPage {
        attachments = List.copyOf(attachments);
    }

    /// An attachment and the message that carries it.
    ///
    /// @param place where it stands in the conversation
    public record Carried(Attachment attachment, MessageId message, Place place) {}
}
