// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.PersonId;
import java.util.List;

/// An emoji that a message was answered with.
///
/// @param people who did, the first one first
public record Reaction(String emoji, List<PersonId> people) {
    public Reaction {
        people = List.copyOf(people);
    }
}
