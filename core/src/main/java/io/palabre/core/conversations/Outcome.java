// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.ids.ConversationId;
import java.util.List;

/// What became of a command.
public sealed interface Outcome {

    /// It is so, and on disk.
    ///
    /// @param conversation where; of a start, the conversation that was made or found
    /// @param entries what the conversation's log took; of a repeated message, the one of the first
    ///   time
    /// @param own what the logs of the people concerned took
    /// @param repeated whether it was so already and nothing was appended now
    record Accepted(
            ConversationId conversation, List<Entry> entries, List<OwnEntry> own, boolean repeated)
            implements Outcome {
        public Accepted {
            entries = List.copyOf(entries);
            own = List.copyOf(own);
        }
    }

    /// No, and nothing was changed.
    record Refused(Refusal refusal) implements Outcome {}
}
