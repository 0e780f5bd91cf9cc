// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.attachments;

import java.util.Optional;

/// A place among the attachments of a conversation, which are sorted newest message first.
///
/// @param seq the number of the message
/// @param position which of that message's attachments it is, from 0
public record Place(long seq, int position) {

    /// Reads what [#toString] wrote; empty for anything else.
    public static Optional<Place> parse(String text) {
        if (!text.matches("[0-9]{1,18}-[0-9]{1,2}")) {
            return Optional.empty();
        }
        var dash = text.indexOf('-');
        return Optional.of(
                new Place(
                        Long.parseLong(text.substring(0, dash)),
                        Integer.parseInt(text.substring(dash + 1))));
    }

    @Override
    public String toString() {
        return seq + "-" + position;
    }
}
