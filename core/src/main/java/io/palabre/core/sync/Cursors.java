// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.sync;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.log.Epoch;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client has.
///
/// @param epoch the history it is from; null for a client that does not know
/// @param own the last number it has of its person's own log
/// @param conversations the last number it has of each conversation it keeps
public record Cursors(@Nullable Epoch epoch, long own, Map<ConversationId, Long> conversations) {

    /// How many conversations may be caught up at once.
    public static final int MOST_CONVERSATIONS = 200;

    public Cursors {
        conversations = Map.copyOf(conversations);
        if (conversations.size() > MOST_CONVERSATIONS) {
            throw new IllegalArgumentException("more than 200 conversations");
        }
    }
}
