// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.search;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
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
    /// @param conversation where; null for everywhere
    /// @param sender by whom; null for anybody
    /// @param from where the page begins, from the page before; null for the first
    record Query(
            Terms terms,
            @Nullable ConversationId conversation,
            @Nullable PersonId sender,
            Found.@Nullable Place from,
            int limit) {}
}
