// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.ids;

import java.util.Optional;

/// Names a person.
public record PersonId(Ulid ulid) implements Comparable<PersonId> {

    /// Reads what [#toString] wrote; empty for anything else.
    public static Optional<PersonId> parse(String text) {
        return Ulid.parse(text).map(PersonId::new);
    }

    @Override
    public int compareTo(PersonId other) {
        return ulid.compareTo(other.ulid);
    }

    @Override
    public String toString() {
        return ulid.toString();
    }
}
