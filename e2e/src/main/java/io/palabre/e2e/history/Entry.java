// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import org.jspecify.annotations.Nullable;

/// One event of a conversation, as somebody saw it.
///
/// @param seq its number among all events of the conversation, from 1
/// @param ord its number among the messages, from 1; 0 for what is no message
/// @param cid the sender's id for it; null for what nobody sent as a message
public record Entry(
        String conversation, long seq, long ord, String sender, @Nullable String cid, String text) {

    boolean isMessage() {
        return ord > 0;
    }

    /// The send that it stems from; null for what nobody sent as a message.
    @Nullable SendKey key() {
        return cid == null ? null : new SendKey(sender, conversation, cid);
    }
}
