// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some people, by name.
///
/// @param next where the next page begins; null when this is the last
public record PeoplePage(List<Person> people, @Nullable String next) {

    public PeoplePage {
        people = List.copyOf(people);
    }
}
