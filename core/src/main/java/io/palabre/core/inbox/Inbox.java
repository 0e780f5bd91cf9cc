// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.inbox;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Conversations as their members see them. Every method may block and may throw
/// [io.palabre.core.log.Unavailable].
public interface Inbox {

    /// The conversations a person is in, latest activity first, save those they have deleted for
    /// themselves and in which nothing was said since.
    ///
    /// @param from where the page begins, from the page before; null for the first
    ConversationPage conversations(PersonId reader, @Nullable Activity from, int limit);

    /// One conversation; empty for those who are not in it, as for one that does not exist.
    Optional<Conversation> conversation(PersonId reader, ConversationId conversation);

    /// The private conversation of two people, if they have one.
    Optional<ConversationId> privateBetween(PersonId one, PersonId other);

    /// Lines from the times the reader was a member; empty for one who never was.
    Optional<Timeline> timeline(
            PersonId reader, ConversationId conversation, Window window, int limit);

    /// The members by id, those behind `after`; empty for those who are not in it.
    Optional<List<Member>> members(
            PersonId reader, ConversationId conversation, @Nullable PersonId after, int limit);

    /// Somebody who is in the conversation now; empty when nobody is.
    Optional<PersonId> anyMember(ConversationId conversation);

    /// How many messages a person has not read, in all conversations that are neither muted nor
    /// archived.
    long unreadTotal(PersonId person);
}
