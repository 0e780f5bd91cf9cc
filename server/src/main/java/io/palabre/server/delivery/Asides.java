// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.delivery;

import io.palabre.core.conversations.Arrangement;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.util.Set;

/// Hears, in its place among what is told, of what others hear in another way.
public interface Asides {
    /// Somebody has sent something or left; others do not know yet.
    void fellSilent(PersonId person, ConversationId conversation);

    /// Somebody keeps somebody away from now on.
    void blocked(PersonId by, PersonId person);

    /// Somebody keeps somebody away no longer.
    void unblocked(PersonId by, PersonId person);

    /// Somebody has arranged a conversation so.
    void arranged(Arrangement arrangement);

    /// People are members of a conversation from now on.
    void came(ConversationId conversation, Set<PersonId> comers);

    /// Somebody is a member of a conversation no longer.
    void went(ConversationId conversation, PersonId leaver);

    /// Something that is told and not kept.
    void moved(ConversationId conversation, Fleeting cursor);
}
