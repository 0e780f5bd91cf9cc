// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.hub.Audience;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An audience of rooms, as a network has it: one per person and one per conversation. It is
/// touched by the thread that tells, and read when that thread is done.
final class Hall implements Audience {

    /// One connection of a person, and what it heard.
    static final class Seat {
        final PersonId person;
        final List<Entry> heard = new ArrayList<>();
        final List<OwnEntry> own = new ArrayList<>();

        Seat(PersonId person) {
            this.person = person;
        }
    }

    private final Map<PersonId, Set<Seat>> people = new HashMap<>();
    private final Map<ConversationId, Set<Seat>> rooms = new HashMap<>();

    private static <K> Set<Seat> in(Map<K, Set<Seat>> rooms, K key) {
        return rooms.computeIfAbsent(key, _ -> new HashSet<>());
    }

    void take(Seat seat, Set<ConversationId> conversations) {
        in(people, seat.person).add(seat);
        conversations.forEach(conversation -> in(rooms, conversation).add(seat));
    }

    @Override
    public void tell(Entry entry) {
        in(rooms, entry.conversation()).forEach(seat -> seat.heard.add(entry));
    }

    @Override
    public void tell(OwnEntry entry) {
        in(people, entry.person()).forEach(seat -> seat.own.add(entry));
    }

    @Override
    public void tellSpare(ConversationId conversation, Fleeting event) {}

    @Override
    public void follow(PersonId person, ConversationId conversation) {
        in(rooms, conversation).addAll(in(people, person));
    }

    @Override
    public void unfollow(PersonId person, ConversationId conversation) {
        in(rooms, conversation).removeAll(in(people, person));
    }
}
