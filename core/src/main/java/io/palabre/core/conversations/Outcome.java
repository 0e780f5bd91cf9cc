// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.ids.ConversationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a command.
public sealed interface Outcome {

    /// It is so, and on disk.
    ///
    /// @param where of a start, the conversation that was made or found; null when it is about none
    /// @param entries what the conversation's log took; of a repeated message, the one of the first
    ///   time
    /// @param own what the logs of the people concerned took
    /// @param repeated whether it was so already and nothing was appended now
    record Accepted(
            @Nullable ConversationId where,
            List<Entry> entries,
            List<OwnEntry> own,
            boolean repeated)
            implements Outcome {
        public Accepted {
            entries = List.copyOf(entries);
            own = List.copyOf(own);
        }

        /// Where, of what is about a conversation.
        public ConversationId conversation() {
            if (where == null) {
                throw new IllegalStateException("this is about no conversation");
            }
            return where;
        }
    }

    /// No, and nothing was changed.
    record Refused(Refusal refusal) implements Outcome {}
}
