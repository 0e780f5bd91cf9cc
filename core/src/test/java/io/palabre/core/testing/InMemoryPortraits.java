// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Portraits;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Pictures of people and groups in memory.
public final class InMemoryPortraits implements Portraits {

    private final InMemoryPeople people;
    private final Memory memory;
    private final Map<PersonId, byte[]> pictures = new ConcurrentHashMap<>();
    private final Map<ConversationId, byte[]> ofGroups = new ConcurrentHashMap<>();

    InMemoryPortraits(InMemoryPeople people, Memory memory) {
        this.people = people;
        this.memory = memory;
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

    @Override
    public Optional<byte[]> of(ConversationId conversation) {
        return Optional.ofNullable(ofGroups.get(conversation));
    }

    @Override
    public void keep(ConversationId conversation, byte[] picture) {
        if (memory.talks.containsKey(conversation)) ofGroups.put(conversation, picture);
    }

    @Override
    public void remove(ConversationId conversation) {
        ofGroups.remove(conversation);
    }
}
