// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.sync;

import io.palabre.server.delivery.Wording;
import io.palabre.server.edge.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of the answer to a client that catches up, in the shapes of `openapi.yaml`.
sealed interface Part {

    /// `SyncPage`. Without a conversation it is about one's own log.
    ///
    /// @param reload true when too much was missed
    /// @param gone true when the conversation is none of theirs
    record Page(
            @Nullable String conversationId,
            List<Wording.Worded> events,
            @Nullable Boolean reload,
            @Nullable Boolean gone)
            implements Part {

        static Page of(@Nullable String conversationId, List<Wording.Worded> events) {
            return new Page(conversationId, events, null, null);
        }

        static Page reload(@Nullable String conversationId) {
            return new Page(conversationId, List.of(), true, null);
        }

        static Page gone(String conversationId) {
            return new Page(conversationId, List.of(), null, true);
        }
    }

    /// A page that is written already.
    record Kept(Page page, Words words) implements Part {}

    /// `EpochChanged`: the last part.
    record EpochChanged(String epoch) implements Part {}

    /// `SyncDone`: the last part.
    record Done(String epoch, long ownSeq, long unreadTotal) implements Part {}
}
