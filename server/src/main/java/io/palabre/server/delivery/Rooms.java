// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.delivery;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.util.Set;

/// The sockets of this process, as delivery addresses them. No method blocks; JSON given once is
/// shared by all who get it.
public interface Rooms {

    /// To all sockets of all members, save those of some.
    void toOthers(ConversationId conversation, Set<PersonId> except, String event, String json);

    /// To all sockets of a person.
    void toPerson(PersonId person, String event, String json);

    /// To those who have the conversation on screen and can take it now, save one person's sockets.
    void toLookers(ConversationId conversation, PersonId except, String event, String json);

    /// All sockets of this person hear the conversation from now on.
    void follow(PersonId person, ConversationId conversation);

    /// No socket of this person hears the conversation, or looks at it, from now on.
    void unfollow(PersonId person, ConversationId conversation);
}
