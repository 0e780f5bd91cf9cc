// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.sync;

import static java.util.stream.Collectors.toMap;

import io.palabre.core.conversations.Intervals;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.log.Epoch;
import io.palabre.core.log.Missed;
import java.util.List;
import java.util.Map;

/// A part of the answer to a client that catches up.
public sealed interface SyncPage {

    /// The next entries of the person's own log.
    record Own(List<OwnEntry> entries) implements SyncPage {
        public Own {
            entries = List.copyOf(entries);
        }
    }

    /// Too much happened to the person: the client reads its list of conversations again.
    record ReloadOwn() implements SyncPage {}

    /// What comes next of some conversations; the entries are in the log.
    record Behind(Map<ConversationId, Missed> conversations) implements SyncPage {
        public Behind {
            conversations = Map.copyOf(conversations);
        }

        /// The numbers of each.
        public Map<ConversationId, Intervals> parts() {
            return conversations.entrySet().stream()
                    .collect(toMap(Map.Entry::getKey, each -> each.getValue().part()));
        }
    }

    /// Too much happened in a conversation: the client reads its last page again.
    record Reload(ConversationId conversation) implements SyncPage {}

    /// The person has no part in this conversation, and never had.
    record Gone(ConversationId conversation) implements SyncPage {}

    /// What the client has is from another history: it drops all of it and begins anew. The last
    /// page.
    record EpochChanged(Epoch epoch) implements SyncPage {}

    /// That was everything. The last page.
    ///
    /// @param own the last number of the person's own log when this began
    record Done(Epoch epoch, long own) implements SyncPage {}
}
