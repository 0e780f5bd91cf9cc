// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.ids;

import java.util.Optional;

/// The sender's own name for a message, chosen before it was sent: 1 to 64 printable ASCII
/// characters, used by its sender once per conversation, for ever. It makes sending again safe.
public record ClientId(String text) {

    private static final int LONGEST = 64;

    public ClientId {
        if (!valid(text)) {
            throw new IllegalArgumentException("not a client id");
        }
    }

    /// Reads a client id; empty when it is none.
    public static Optional<ClientId> parse(String text) {
        return valid(text) ? Optional.of(new ClientId(text)) : Optional.empty();
    }

    private static boolean valid(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    @Override
    public String toString() {
        return text;
    }
}
