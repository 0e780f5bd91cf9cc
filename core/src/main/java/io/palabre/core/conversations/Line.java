// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

/// A line of a conversation's timeline.
public sealed interface Line permits Message, Line.Happened {

    long seq();

    /// What happened beside the messages: somebody came, went, gave it a title.
    record Happened(Entry entry) implements Line {

        @Override
        public long seq() {
            return entry.seq();
        }
    }
}
