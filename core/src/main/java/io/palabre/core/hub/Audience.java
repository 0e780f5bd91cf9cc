// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.hub;

import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;

/// The connections of this node: those of each person, and the followers of each conversation. The
/// hub calls it from one thread at a time; no method may block.
public interface Audience {

    /// To all who follow the conversation of this entry.
    void tell(Entry entry);

    /// To all connections of the person whose log this is from.
    void tell(OwnEntry entry);

    /// To all who follow this conversation and can take it just now.
    void tellSpare(ConversationId conversation, Fleeting event);

    /// From now on all connections of this person follow the conversation.
    void follow(PersonId person, ConversationId conversation);

    /// From now on no connection of this person follows the conversation.
    void unfollow(PersonId person, ConversationId conversation);
}
