// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.ConversationId;
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
        long seq,
        long ord,
        Instant at,
        int members) {}
