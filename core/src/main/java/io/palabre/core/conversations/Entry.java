// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import java.time.Instant;

/// One event in the log of a conversation.
///
/// @param seq its number, dense from 1
/// @param ord how many messages the log holds up to here; of a message, its number among messages
/// @param at when, never before the entry before it
/// @param by who did it
public record Entry(
        ConversationId conversation, long seq, long ord, Instant at, PersonId by, Durable event) {

    public MessageId id() {
        return new MessageId(conversation, seq);
    }
}
