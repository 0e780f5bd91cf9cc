// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.hub;

import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An audience in which each person has one connection, and which writes down who heard what.
final class Stage implements Audience {

    final Map<ConversationId, Set<PersonId>> followers = new HashMap<>();
    final Map<PersonId, List<Object>> heard = new HashMap<>();

    List<Object> heardBy(PersonId person) {
        return heard.getOrDefault(person, List.of());
    }

    private void hear(PersonId person, Object what) {
        heard.computeIfAbsent(person, _ -> new ArrayList<>()).add(what);
    }

    private Set<PersonId> of(ConversationId conversation) {
        return followers.computeIfAbsent(conversation, _ -> new HashSet<>());
    }

    @Override
    public void tell(Entry entry) {
        of(entry.conversation()).forEach(person -> hear(person, entry));
    }

    @Override
    public void tell(OwnEntry entry) {
        hear(entry.person(), entry.event());
    }

    @Override
    public void tellSpare(ConversationId conversation, Fleeting event) {
        of(conversation).forEach(person -> hear(person, event));
    }

    @Override
    public void follow(PersonId person, ConversationId conversation) {
        of(conversation).add(person);
    }

    @Override
    public void unfollow(PersonId person, ConversationId conversation) {
        of(conversation).remove(person);
    }
}
