// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.PersonId;
import java.util.List;

/// An emoji that a message was answered with.
///
/// @param count how many people did
/// @param people the first [#NAMED] of them, and behind those the one who looks, or who has just
///   done it
public record Reaction(String emoji, int count, List<PersonId> people) {

    /// How many people are named; in a large group thousands may have answered.
    public static final int NAMED = 20;

    public Reaction {
        people = List.copyOf(people);
    }

    /// One of which everybody is named.
    public Reaction(String emoji, List<PersonId> people) {
        this(emoji, people.size(), people);
    }
}
