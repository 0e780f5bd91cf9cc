// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Passwords;
import java.util.Optional;

/// Proofs of passwords in memory.
public final class InMemoryPasswords implements Passwords {

    private final InMemoryPeople people;

    InMemoryPasswords(InMemoryPeople people) {
        this.people = people;
    }

    @Override
    public Optional<String> proof(PersonId person) {
        return Optional.ofNullable(people.proofs.get(person));
    }

    @Override
    public void keep(PersonId person, String proof) {
        people.byId(person).ifPresent(_ -> people.proofs.put(person, proof));
    }
}
