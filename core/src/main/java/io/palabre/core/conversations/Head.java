// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where the log of a conversation stands.
///
/// @param seq the number of its last event
/// @param ord the number of its last message
/// @param at the time of its last event
/// @param members how many there are now
public record Head(
        ConversationId conversation,
        ConversationType type,
        @Nullable String title,
        @Nullable String avatarUrl,
        @Nullable About about,
        long seq,
        long ord,
        Instant at,
        int members) {

    /// The entry that comes next, if this is what happens. Time does not go back.
    Entry followedBy(PersonId by, Durable event, Instant now) {
        var isMessage = event instanceof Durable.Posted;
        return new Entry(
                conversation,
                seq + 1,
                isMessage ? ord + 1 : ord,
                now.isBefore(at) ? at : now,
                by,
                event);
    }

    /// Where it stands when this has happened too.
    Head at(Entry entry) {
        return new Head(
                conversation,
                type,
                title,
                avatarUrl,
                about,
                entry.seq(),
                entry.ord(),
                entry.at(),
                members);
    }
}
