// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the rules say to a command.
public sealed interface Decision {

    /// No.
    record Refuse(Refusal refusal) implements Decision {}

    /// It is so already; `said` is the message of the first time, if it was one.
    ///
    /// @param conversation where; null when it is about none
    record Repeat(@Nullable ConversationId conversation, List<Entry> said) implements Decision {
        public Repeat {
            said = List.copyOf(said);
        }
    }

    /// These entries go into the conversation's log, these notes into the logs of people.
    ///
    /// @param conversation where; null when it is about none
    record Append(@Nullable ConversationId conversation, List<Entry> entries, List<Note> notes)
            implements Decision {
        public Append {
            entries = List.copyOf(entries);
            notes = List.copyOf(notes);
        }
    }

    /// Something for the log of a person, where it takes that log's next number.
    record Note(PersonId person, Personal event) {}
}
