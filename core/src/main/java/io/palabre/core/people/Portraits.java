// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.people;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.util.Optional;

/// The pictures people show of themselves and of their groups, small and ready to be shown: the
/// bytes of a file each. Every method may block and may throw [io.palabre.core.log.Unavailable].
public interface Portraits {

    /// Empty for a person without one, or no person at all.
    Optional<byte[]> of(PersonId person);

    /// In the place of the one before.
    void keep(PersonId person, byte[] picture);

    void remove(PersonId person);

    /// Empty for a conversation without one, or none at all.
    Optional<byte[]> of(ConversationId conversation);

    /// In the place of the one before.
    void keep(ConversationId conversation, byte[] picture);

    void remove(ConversationId conversation);
}
