// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.log;

import io.palabre.core.conversations.Interval;
import io.palabre.core.conversations.Intervals;

/// What somebody has missed of a conversation.
///
/// @param part the numbers they may see
/// @param alike whether they find there what all find who were there then: it is one piece that
///   ends with the last number there is, they still are a member, and they have hidden nothing of
///   the conversation
public record Missed(Intervals part, boolean alike) {

    /// How many events that is.
    public long count() {
        return part.count(Interval.OPEN);
    }

    /// The first of it, at most so many.
    public Missed first(long most) {
        return count() <= most ? this : new Missed(part.first(most), false);
    }

    /// What follows after the first of it.
    public Missed behind(Missed first) {
        return new Missed(part.behind(first.part.all().getLast().last()), false);
    }
}
