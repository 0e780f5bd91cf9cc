// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;

/// What happened to one person alone, kept in that person's own log. One's cursor also moves by
/// sending: that is told by the message itself, not here.
public sealed interface Personal {

    /// As a log keeps it. What somebody has begun to write is part of how a conversation is
    /// arranged now, and of nothing that is kept.
    default Personal kept() {
        return this instanceof Arranged(var conversation, var arrangement, var movesTotal)
                ? new Arranged(conversation, arrangement.withoutDraft(), movesTotal)
                : this;
    }

    /// They are a member from event number `seq` on.
    record AddedTo(ConversationId conversation, long seq) implements Personal {}

    /// They are not a member any more; event number `seq` is the last they see.
    record RemovedFrom(ConversationId conversation, long seq) implements Personal {}

    /// They do not want to see message number `seq` any more.
    record Hidden(ConversationId conversation, long seq) implements Personal {}

    /// They have read up to event number `seq`, which is up to message number `ord`.
    record OwnRead(ConversationId conversation, long ord, long seq) implements Personal {}

    /// They have arranged it like this for themselves; in the log without the draft.
    ///
    /// @param movesTotal whether what they have to read in all may be another number because of it
    record Arranged(ConversationId conversation, Arrangement arrangement, boolean movesTotal)
            implements Personal {

        /// What becomes of how they had arranged it.
        static Arranged from(
                ConversationId conversation, Arrangement before, Arrangement arrangement) {
            return new Arranged(conversation, arrangement, !before.countsLike(arrangement));
        }
    }

    /// They have deleted it for themselves up to event number `seq`, which is up to message number
    /// `ord`, and with it how they had arranged it, save that it is muted.
    record Cleared(ConversationId conversation, long seq, long ord) implements Personal {}

    /// They keep somebody away.
    record Blocked(PersonId person) implements Personal {}

    /// They keep somebody away no longer.
    record Unblocked(PersonId person) implements Personal {}
}
