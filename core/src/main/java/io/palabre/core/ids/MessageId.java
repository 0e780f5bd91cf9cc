// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.ids;

import java.util.Optional;

/// A message is known by its conversation and its number there; in public by one opaque word that
/// carries both.
public record MessageId(ConversationId conversation, long seq) {

    private static final int ULID = 26;
    private static final int DIGITS = 18;

    /// Reads what [#toString] wrote; empty for anything else.
    public static Optional<MessageId> parse(String text) {
        if (text.length() < ULID + 2
                || text.length() > ULID + 1 + DIGITS
                || text.charAt(ULID) != '-') {
            return Optional.empty();
        }
        var number = text.substring(ULID + 1);
        if (number.charAt(0) == '0' || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return ConversationId.parse(text.substring(0, ULID))
                .map(conversation -> new MessageId(conversation, Long.parseLong(number)));
    }

    @Override
    public String toString() {
        return conversation + "-" + seq;
    }
}
