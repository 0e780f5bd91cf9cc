// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Blocks;
import java.util.HashSet;
import java.util.Set;

/// Who has blocked whom, over the maps.
public final class InMemoryBlocks implements Blocks {

    private final Memory memory;

    InMemoryBlocks(Memory memory) {
        this.memory = memory;
    }

    @Override
    public boolean between(PersonId one, PersonId other) {
        synchronized (memory) {
            return memory.hasBlocked(one, other) || memory.hasBlocked(other, one);
        }
    }

    @Override
    public Set<PersonId> around(PersonId person) {
        synchronized (memory) {
            var around = new HashSet<>(by(person));
            memory.blocks.forEach(
                    (other, blocked) -> {
                        if (blocked.contains(person)) around.add(other);
                    });
            return around;
        }
    }

    @Override
    public Set<PersonId> by(PersonId person) {
        synchronized (memory) {
            return Set.copyOf(memory.blocks.getOrDefault(person, Set.of()));
        }
    }
}
