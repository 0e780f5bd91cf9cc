// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Conversation;
import io.palabre.core.presence.Presence;
import io.palabre.core.presence.Sighting;
import io.palabre.server.edge.Client;
import io.palabre.server.edge.Words;
import io.palabre.server.wire.PresenceShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A socket, and whom it was last told to be online: it hears `user_online` and `user_offline` only
/// when that changes.
final class Watcher {
    private final Client client;
    private final Set<PersonId> toldOnline = new HashSet<>();
    private final Map<ConversationId, Set<PersonId>> onScreen = new HashMap<>();
    private Set<PersonId> asked = Set.of();

    Watcher(Client client) {
        this.client = client;
    }

    Client client() {
        return client;
    }

    /// The people it asked for, and with them those of the conversations it has on screen.
    ///
    /// @param most how many there may be
    Set<PersonId> ask(Set<PersonId> people, int most) {
        asked = Set.copyOf(people);
        var all = new LinkedHashSet<>(people);
        onScreen.values().stream()
                .flatMap(Set::stream)
                .filter(person -> !people.contains(person))
                .limit(Math.max(0, most - people.size()))
                .forEach(all::add);
        return all;
    }

    /// It has a conversation on screen, and these people in it.
    void look(ConversationId conversation, Set<PersonId> members) {
        onScreen.put(conversation, Set.copyOf(members));
    }

    /// These people came into a conversation that it has on screen; answers whom of them it has on
    /// screen too, since of a large group those are not all.
    Set<PersonId> came(ConversationId conversation, Set<PersonId> comers) {
        var before = onScreen.getOrDefault(conversation, Set.of());
        var members = new LinkedHashSet<>(before);
        comers.stream()
                .filter(one -> !one.equals(client.caller()) && !before.contains(one))
                .limit(Math.max(0, Conversation.SHOWN_MEMBERS - before.size()))
                .forEach(members::add);
        onScreen.put(conversation, Set.copyOf(members));
        members.removeAll(before);
        return members;
    }

    /// Somebody left a conversation that it has on screen; answers whom it has no other reason to
    /// watch.
    Set<PersonId> went(ConversationId conversation, PersonId leaver) {
        onScreen.computeIfPresent(conversation, (_, members) -> without(members, leaver));
        return wants(leaver) ? Set.of() : Set.of(leaver);
    }

    Set<ConversationId> onScreen() {
        return onScreen.keySet();
    }

    /// It has it on screen no longer; answers whom it has no other reason to watch.
    Set<PersonId> lookAway(ConversationId conversation) {
        var gone = new HashSet<>(onScreen.getOrDefault(conversation, Set.of()));
        onScreen.remove(conversation);
        gone.removeAll(asked);
        onScreen.values().forEach(gone::removeAll);
        return gone;
    }

    /// It watches these people from now on and no others, and hears how they are.
    void begin(List<Sighting> sightings, List<PresenceShape> shapes) {
        toldOnline.clear();
        beginAlso(sightings, shapes);
    }

    /// It watches these people too, and hears how they are.
    void beginAlso(List<Sighting> sightings, List<PresenceShape> shapes) {
        sightings.stream()
                .filter(sighting -> sighting.presence().isOnline())
                .forEach(sighting -> toldOnline.add(sighting.person()));
        client.emit("presence_state", new Sayings.States(shapes));
    }

    /// Tells what has changed; false when it cannot take it now and was told nothing.
    boolean tell(List<Sighting> sightings, Sayings sayings) {
        var flipped = sightings.stream().filter(this::isNews).toList();
        var events = new ArrayList<Words>(1 + flipped.size());
        events.add(sayings.changed(sightings));
        flipped.forEach(sighting -> events.add(sayings.flipped(sighting)));
        boolean told = client.offer(events);
        if (told) flipped.forEach(this::note);
        return told;
    }

    private boolean isNews(Sighting sighting) {
        return toldOnline.contains(sighting.person()) != sighting.presence().isOnline();
    }

    private void note(Sighting told) {
        if (told.presence().isOnline()) toldOnline.add(told.person());
        else toldOnline.remove(told.person());
    }

    /// It may not watch somebody for now: how they are is not known to it.
    void sever(PersonId person) {
        toldOnline.remove(person);
        var unknown = new Sighting(person, Presence.UNKNOWN);
        client.emit("presence_changed", PresenceShape.of(unknown));
    }

    private static Set<PersonId> without(Set<PersonId> people, PersonId person) {
        return people.stream()
                .filter(one -> !one.equals(person))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether it has a reason to watch somebody, if it may.
    boolean wants(PersonId person) {
        return asked.contains(person)
                || onScreen.values().stream().anyMatch(members -> members.contains(person));
    }
}
