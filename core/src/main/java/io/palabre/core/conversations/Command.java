// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.util.List;

/// What somebody asks for.
public sealed interface Command {

    /// Who asks.
    PersonId by();

    /// Open the one private conversation with somebody, or find it.
    record StartPrivate(PersonId by, PersonId other) implements Command {}

    /// Open a group, of which one becomes the owner.
    record StartGroup(PersonId by, String title, List<PersonId> others) implements Command {
        public StartGroup {
            others = List.copyOf(others);
        }
    }

    /// Send a message.
    record Post(PersonId by, ConversationId conversation, ClientId clientId, Content content)
            implements Command {}

    /// Say that everything up to and including event number `seq` was read; beyond the end means
    /// all.
    record MarkRead(PersonId by, ConversationId conversation, long seq) implements Command {}

    /// Bring people into a group.
    record AddMembers(PersonId by, ConversationId conversation, List<PersonId> people)
            implements Command {
        public AddMembers {
            people = List.copyOf(people);
        }
    }

    /// Put somebody out of a group.
    record RemoveMember(PersonId by, ConversationId conversation, PersonId person)
            implements Command {}

    /// Leave a group.
    record Leave(PersonId by, ConversationId conversation) implements Command {}

    /// Keep somebody away.
    record Block(PersonId by, PersonId person) implements Command {}

    /// Keep somebody away no longer.
    record Unblock(PersonId by, PersonId person) implements Command {}

    /// Give a group another title.
    record Rename(PersonId by, ConversationId conversation, String title) implements Command {}
}
