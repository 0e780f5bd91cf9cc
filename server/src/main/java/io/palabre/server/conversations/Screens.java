// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.conversations;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.server.edge.Client;
import java.util.Set;

/// Hears what sockets have on screen.
public interface Screens {
    /// A conversation with these members; of a large group, with some of them.
    void look(Client client, ConversationId conversation, Set<PersonId> members);

    /// It is not on screen any more.
    void lookAway(Client client, ConversationId conversation);
}
