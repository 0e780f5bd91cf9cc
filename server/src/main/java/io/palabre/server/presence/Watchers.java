// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Blocks;
import io.palabre.core.people.People;
import io.palabre.core.presence.DeviceId;
import io.palabre.core.presence.Effect;
import io.palabre.core.presence.Roster;
import io.palabre.core.presence.Sighting;
import io.palabre.core.presence.Transport;
import io.palabre.core.presence.WatchAnswer;
import io.palabre.core.presence.WatchRules;
import io.palabre.server.edge.Client;
import io.palabre.server.wire.Json;
import io.palabre.server.wire.PresenceShape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The open sockets, and whom each watches: those it asked for and those on its screen, if neither
/// keeps the other away. Its calls come one at a time.
final class Watchers implements Turn.Sockets {
    private final Roster roster;
    private final People people;
    private final Blocks blocks;
    private final Sayings sayings;
    private final Map<DeviceId, Watcher> sockets = new HashMap<>();
    private final Lookers lookers = new Lookers();

    Watchers(Roster roster, People people, Blocks blocks, Json json) {
        this.roster = roster;
        this.people = people;
        this.blocks = blocks;
        sayings = new Sayings(json);
    }

    static DeviceId id(Client client) {
        return DeviceId.socket(client.id());
    }

    void add(Client client) {
        sockets.computeIfAbsent(id(client), _ -> new Watcher(client));
    }

    void remove(DeviceId id) {
        var watcher = sockets.remove(id);
        if (watcher != null) watcher.onScreen().forEach(one -> lookers.remove(one, id));
    }

    int size() {
        return sockets.size();
    }

    /// How many there are of people who are seen online: those of the invisible are not counted.
    int seen() {
        return (int) sockets.values().stream().filter(this::isSeen).count();
    }

    /// Those who have one.
    Set<PersonId> people() {
        return sockets.values().stream()
                .map(watcher -> watcher.client().caller())
                .collect(Collectors.toSet());
    }

    private boolean isSeen(Watcher watcher) {
        return roster.presence(watcher.client().caller()).isOnline();
    }

    /// What carries a socket's packets now; empty when it is not open.
    Optional<Transport> transport(DeviceId id) {
        return at(id).map(watcher -> watcher.client().transport()).findAny();
    }

    @Override
    public boolean tell(Effect.Tell tell) {
        return at(tell.connection()).allMatch(watcher -> watcher.tell(tell.sightings(), sayings));
    }

    @Override
    public void closeAll() {
        var open = List.copyOf(sockets.values());
        sockets.clear();
        lookers.clear();
        open.forEach(watcher -> watcher.client().close("presence_reset"));
    }

    /// It watches these people, those it has on screen, and no others.
    WatchAnswer watch(Client client, Set<PersonId> wanted, Predicate<PersonId> exists) {
        var watcher = sockets.get(id(client));
        var all = watcher == null ? wanted : watcher.ask(wanted, WatchRules.STANDARD.most());
        var answer = roster.watch(id(client), all, exists.and(seenBy(client)));
        if (watcher != null && answer instanceof WatchAnswer.Watching watching) {
            watcher.begin(watching.sightings(), shapes(watching.sightings()));
        }
        return answer;
    }

    void look(Client client, ConversationId conversation, Set<PersonId> members) {
        var others = new HashSet<>(members);
        others.remove(client.caller());
        at(id(client))
                .forEach(
                        watcher -> {
                            watcher.look(conversation, others);
                            lookers.add(conversation, id(client));
                            watchAlso(watcher, others);
                        });
    }

    void lookAway(Client client, ConversationId conversation) {
        at(id(client)).forEach(watcher -> lookAway(watcher, conversation));
    }

    private void lookAway(Watcher watcher, ConversationId conversation) {
        var id = id(watcher.client());
        lookers.remove(conversation, id);
        roster.unwatch(id, watcher.lookAway(conversation));
    }

    void came(ConversationId conversation, Set<PersonId> comers) {
        lookingAt(conversation)
                .forEach(watcher -> watchAlso(watcher, watcher.came(conversation, comers)));
    }

    void went(ConversationId conversation, PersonId leaver) {
        for (var watcher : lookingAt(conversation).toList()) {
            var client = watcher.client();
            if (client.caller().equals(leaver)) lookAway(watcher, conversation);
            else roster.unwatch(id(client), watcher.went(conversation, leaver));
        }
    }

    void sever(PersonId one, PersonId other) {
        roster.sever(one, other).stream()
                .flatMap(this::at)
                .forEach(
                        watcher ->
                                watcher.sever(watcher.client().caller().equals(one) ? other : one));
    }

    void mend(PersonId one, PersonId other) {
        mendFor(one, other);
        mendFor(other, one);
    }

    private void mendFor(PersonId owner, PersonId other) {
        roster.sockets(owner).stream()
                .flatMap(this::at)
                .filter(watcher -> watcher.wants(other))
                .forEach(watcher -> watchAlso(watcher, Set.of(other)));
    }

    private void watchAlso(Watcher watcher, Set<PersonId> more) {
        var client = watcher.client();
        var seen = roster.watchAlso(id(client), more, seenBy(client));
        if (!seen.isEmpty()) watcher.beginAlso(seen, shapes(seen));
    }

    /// What a watcher is told at first.
    List<PresenceShape> shapes(List<Sighting> sightings) {
        var known = people.byIds(sightings.stream().map(Sighting::person).toList());
        return sightings.stream()
                .flatMap(
                        sighting ->
                                Stream.ofNullable(known.get(sighting.person()))
                                        .map(p -> PresenceShape.of(p, sighting.presence())))
                .toList();
    }

    private Predicate<PersonId> seenBy(Client client) {
        return person -> !blocks.between(client.caller(), person);
    }

    private Stream<Watcher> at(DeviceId id) {
        return Stream.ofNullable(sockets.get(id));
    }

    private Stream<Watcher> lookingAt(ConversationId conversation) {
        return lookers.at(conversation).stream().flatMap(this::at);
    }
}
