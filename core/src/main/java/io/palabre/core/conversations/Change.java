// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a store has to alter when a decision is carried out: the small steps in which the current
/// state follows the log.
public sealed interface Change {

    /// There is a new conversation, whose log is empty.
    record Opened(
            ConversationId conversation, ConversationType type, @Nullable String title, Instant at)
            implements Change {}

    /// It is the private conversation of these two.
    record Paired(ConversationId conversation, PersonId one, PersonId other) implements Change {}

    /// It is the conversation of this buyer and the seller about a product.
    record Introduced(ConversationId conversation, PersonId buyer, About about) implements Change {}

    /// The log has one more entry, and its head is there.
    record Appended(Entry entry) implements Change {}

    /// A message has become what this entry makes of it. When it is deleted, what it said is taken
    /// out of the log, edits included.
    record Became(Entry entry, Durable.OfMessage event) implements Change {}

    /// A person does not see this message any more.
    record HiddenFrom(PersonId person, ConversationId conversation, long seq) implements Change {}

    /// A person is a member from `seq` on, and has nothing to read up to `ord`.
    record Joined(
            ConversationId conversation, PersonId person, Role role, long seq, long ord, Instant at)
            implements Change {}

    /// A person is not a member any more; `seq` is the last they see.
    record Departed(ConversationId conversation, PersonId person, long seq) implements Change {}

    /// The group is the one that its starter asked for under this client id.
    record Started(ConversationId conversation, PersonId by, ClientId clientId) implements Change {}

    /// A member has another role.
    record GaveRole(ConversationId conversation, PersonId person, Role role) implements Change {}

    /// The conversation has another title.
    record Titled(ConversationId conversation, String title) implements Change {}

    /// The conversation has another picture, or none.
    record Pictured(ConversationId conversation, @Nullable String avatarUrl) implements Change {}

    /// A member has arranged it like this for themselves.
    record Arranged(ConversationId conversation, PersonId person, Arrangement arrangement)
            implements Change {}

    /// A member sees nothing any more up to event number `seq`.
    record Cleared(ConversationId conversation, PersonId person, long seq) implements Change {}

    /// One person keeps another away.
    record Blocked(PersonId by, PersonId person) implements Change {}

    /// One person keeps another away no longer.
    record Unblocked(PersonId by, PersonId person) implements Change {}

    /// A member has read up to here.
    record ReadTo(ConversationId conversation, PersonId person, long ord, long seq)
            implements Change {}
}
