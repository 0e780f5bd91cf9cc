// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.Alarms;
import io.palabre.core.ids.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Who watches whom, found from the watched: a change costs as much as it has watchers. A
/// connection that was quiet is told at once, any other in one frame when its quiet time is over,
/// the latest only.
final class Watches {

    /// Looks like nothing that can be told.
    private static final Presence NOTHING = new Presence(Availability.UNKNOWN, "", true, null);

    private static final class Watcher {
        final DeviceId connection;
        final PersonId person;
        Set<PersonId> watched = new HashSet<>();
        final Map<PersonId, Presence> toldBefore = new LinkedHashMap<>();
        long quietUntil = Long.MIN_VALUE;

        Watcher(DeviceId connection, PersonId person) {
            this.connection = connection;
            this.person = person;
        }
    }

    private static final class Watched {
        final Set<Watcher> watchers = new LinkedHashSet<>();
        Sighting seen;

        Watched(Sighting seen) {
            this.seen = seen;
        }

        Presence presence() {
            return seen.presence();
        }
    }

    private final WatchRules rules;
    private final Map<DeviceId, Watcher> watchers = new HashMap<>();
    private final Map<PersonId, Watched> watched = new HashMap<>();
    private final Alarms<DeviceId> alarms = new Alarms<>();

    Watches(WatchRules rules) {
        this.rules = rules;
    }

    int most() {
        return rules.most();
    }

    /// This connection now watches these people, and no others; answers what it sees.
    List<Sighting> watch(
            DeviceId connection,
            PersonId owner,
            Set<PersonId> people,
            Function<PersonId, Presence> presence) {
        var watcher = watchers.computeIfAbsent(connection, id -> new Watcher(id, owner));
        for (var person : List.copyOf(watcher.watched)) {
            if (!people.contains(person)) {
                leave(watcher, person);
            }
        }
        watcher.watched = new HashSet<>(people);
        watcher.toldBefore.clear();
        return people.stream().map(person -> join(watcher, person, presence)).toList();
    }

    /// This connection watches these people too, as many as it may; answers what it sees of those
    /// whom it did not watch before.
    List<Sighting> watchAlso(
            DeviceId connection,
            PersonId owner,
            Set<PersonId> people,
            Function<PersonId, Presence> presence) {
        var watcher = watchers.computeIfAbsent(connection, id -> new Watcher(id, owner));
        var room = Math.max(0, rules.most() - watcher.watched.size());
        var comers =
                people.stream()
                        .filter(person -> !watcher.watched.contains(person))
                        .limit(room)
                        .toList();
        watcher.watched.addAll(comers);
        return comers.stream().map(person -> join(watcher, person, presence)).toList();
    }

    /// This connection watches these people no longer.
    void unwatch(DeviceId connection, Set<PersonId> people) {
        var watcher = watchers.get(connection);
        if (watcher != null) {
            people.stream().filter(watcher.watched::remove).forEach(one -> leave(watcher, one));
        }
    }

    private Sighting join(Watcher watcher, PersonId person, Function<PersonId, Presence> presence) {
        var entry =
                watched.computeIfAbsent(
                        person, id -> new Watched(new Sighting(id, presence.apply(id))));
        entry.watchers.add(watcher);
        return new Sighting(person, presence.apply(person));
    }

    private void leave(Watcher watcher, PersonId person) {
        watcher.toldBefore.remove(person);
        var entry = watched.get(person);
        if (entry != null && entry.watchers.remove(watcher) && entry.watchers.isEmpty()) {
            watched.remove(person);
        }
    }

    /// This connection is gone.
    void forget(DeviceId connection) {
        var watcher = watchers.remove(connection);
        if (watcher != null) {
            watcher.watched.forEach(person -> leave(watcher, person));
            alarms.clear(connection);
        }
    }

    /// None of this person's connections may watch the other any longer; answers which did.
    List<DeviceId> sever(PersonId person, PersonId other) {
        var entry = watched.get(other);
        if (entry == null) {
            return List.of();
        }
        var severed = entry.watchers.stream().filter(one -> one.person.equals(person)).toList();
        for (var watcher : severed) {
            watcher.watched.remove(other);
            leave(watcher, other);
        }
        return severed.stream().map(watcher -> watcher.connection).toList();
    }

    void clear() {
        watchers.clear();
        watched.clear();
        alarms.clear();
    }

    Set<PersonId> watched() {
        return new LinkedHashSet<>(watched.keySet());
    }

    /// This person may be seen otherwise now.
    void refresh(PersonId person, Presence presence) {
        var entry = watched.get(person);
        if (entry == null || entry.presence().looksLike(presence)) {
            return;
        }
        for (var watcher : entry.watchers) {
            watcher.toldBefore.putIfAbsent(person, entry.presence());
            alarms.set(watcher.connection, watcher.quietUntil);
        }
        entry.seen = new Sighting(person, presence);
    }

    /// A connection could not take what it was told: it is told again what is true then.
    void untold(Effect.Tell frame, long now) {
        var watcher = watchers.get(frame.connection());
        if (watcher == null) {
            return;
        }
        for (var sighting : frame.sightings()) {
            if (watcher.watched.contains(sighting.person())) {
                watcher.toldBefore.put(sighting.person(), NOTHING);
            }
        }
        alarms.set(frame.connection(), now + rules.quiet().toMillis());
    }

    /// The frames whose time has come.
    List<Effect.Tell> due(long now) {
        var frames = new ArrayList<Effect.Tell>();
        for (var connection : alarms.due(now)) {
            var watcher = watchers.get(connection);
            if (watcher != null) {
                var sightings = news(watcher);
                if (!sightings.isEmpty()) {
                    watcher.quietUntil = now + rules.quiet().toMillis();
                    frames.add(new Effect.Tell(connection, sightings));
                }
            }
        }
        return frames;
    }

    private List<Sighting> news(Watcher watcher) {
        var news = new ArrayList<Sighting>();
        watcher.toldBefore.forEach(
                (person, before) -> {
                    var entry = watched.get(person);
                    if (entry != null && !entry.presence().looksLike(before)) {
                        news.add(entry.seen);
                    }
                });
        watcher.toldBefore.clear();
        return news;
    }

    long next() {
        return alarms.next();
    }
}
