// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Portraits;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Pictures of people in memory.
public final class InMemoryPortraits implements Portraits {

    private final InMemoryPeople people;
    private final Map<PersonId, byte[]> pictures = new ConcurrentHashMap<>();

    InMemoryPortraits(InMemoryPeople people) {
        this.people = people;
    }

    @Override
    public Optional<byte[]> of(PersonId person) {
        return Optional.ofNullable(pictures.get(person));
    }

    @Override
    public void keep(PersonId person, byte[] picture) {
        people.byId(person).ifPresent(_ -> pictures.put(person, picture));
    }

    @Override
    public void remove(PersonId person) {
        pictures.remove(person);
    }
}
