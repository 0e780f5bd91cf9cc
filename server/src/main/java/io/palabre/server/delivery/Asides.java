// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.delivery;

import io.palabre.core.conversations.Fleeting;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;

/// Hears, in its place among what is told, of what others hear in another way.
public interface Asides {
    /// Somebody has sent something or left; others do not know yet.
    void fellSilent(PersonId person, ConversationId conversation);

    /// Somebody keeps somebody away from now on.
    void blocked(PersonId by, PersonId person);

    /// Something that is told and not kept.
    void moved(ConversationId conversation, Fleeting cursor);
}
