// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.inbox;

import io.palabre.core.ids.ConversationId;
import java.time.Instant;
import java.util.Optional;

/// A place in the list of conversations, which is sorted by last activity, latest first.
public record Activity(Instant at, ConversationId conversation) implements Comparable<Activity> {

    /// Later is greater.
    @Override
    public int compareTo(Activity other) {
        var byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : conversation.compareTo(other.conversation);
    }

    /// Reads what [#toString] wrote; empty for anything else.
    public static Optional<Activity> parse(String text) {
        var dash = text.indexOf('-');
        if (dash < 1 || dash > 15 || !text.chars().limit(dash).allMatch(Activity::digit)) {
            return Optional.empty();
        }
        var at = Instant.ofEpochMilli(Long.parseLong(text.substring(0, dash)));
        return ConversationId.parse(text.substring(dash + 1)).map(id -> new Activity(at, id));
    }

    private static boolean digit(int character) {
        return character >= '0' && character <= '9';
    }

    @Override
    public String toString() {
        return at.toEpochMilli() + "-" + conversation;
    }
}
