// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;

/// The beginning of a message, as its replies show it.
///
/// @param text at most [#LONGEST] characters; empty once the message is deleted
public record Quote(MessageId id, PersonId sender, String type, String text, boolean deleted) {

    static final int LONGEST = 200;

    static Quote of(Message message) {
        var posted = message.posted();
        var content = message.content();
        return new Quote(
                posted.id(),
                posted.by(),
                content.type(),
                Texts.beginning(content.text(), LONGEST),
                message.deleted());
    }
}
