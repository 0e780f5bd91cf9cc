// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.search;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds messages by what they say now, among those the reader may see now. What was said a moment
/// ago may take a moment to be found. It may block and may throw [io.palabre.core.log.Unavailable].
@FunctionalInterface
public interface Search {

    /// Newest first; empty when the reader is not in the conversation they ask for.
    Optional<Found> find(PersonId reader, Query query);

    /// What somebody looks for.
    ///
    /// @param from where the page begins, from the page before; null for the first
    record Query(Terms terms, Scope scope, Found.@Nullable Place from, int limit) {}

    /// Among which messages.
    ///
    /// @param conversation where; null for everywhere
    /// @param sender by whom; null for anybody
    /// @param since not before; null for ever
    /// @param until before; null for ever
    record Scope(
            @Nullable ConversationId conversation,
            @Nullable PersonId sender,
            @Nullable Instant since,
            @Nullable Instant until) {

        /// Among all of them.
        public static Scope everything() {
            return new Scope(null, null, null, null);
        }

        /// Among those of one conversation.
        public static Scope in(ConversationId conversation) {
            return new Scope(conversation, null, null, null);
        }

        /// Whether all of them are of later.
        public boolean isAfter(Instant at) {
            return since != null && at.isBefore(since);
        }

        /// Whether it is by one, and of a time, that is looked for.
        public boolean holds(PersonId by, Instant at) {
            return (sender == null || sender.equals(by))
                    && !isAfter(at)
                    && (until == null || at.isBefore(until));
        }
    }
}
