// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.ids;

import java.util.Optional;

/// Names a conversation.
public record ConversationId(Ulid ulid) implements Comparable<ConversationId> {

    /// Reads what [#toString] wrote; empty for anything else.
    public static Optional<ConversationId> parse(String text) {
        return Ulid.parse(text).map(ConversationId::new);
    }

    @Override
    public int compareTo(ConversationId other) {
        return ulid.compareTo(other.ulid);
    }

    @Override
    public String toString() {
        return ulid.toString();
    }
}
