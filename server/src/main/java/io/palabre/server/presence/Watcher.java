// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import io.palabre.core.ids.PersonId;
import io.palabre.core.presence.Sighting;
import io.palabre.server.edge.Client;
import io.palabre.server.wire.PresenceShape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A socket, and whom it was last told to be online: it hears `user_online` and `user_offline` only
/// when that changes.
final class Watcher {
    private final Client client;
    private final Set<PersonId> toldOnline = new HashSet<>();

    Watcher(Client client) {
        this.client = client;
    }

    Client client() {
        return client;
    }

    record States(List<PresenceShape> states) {}

    record Someone(String userId) {}

    /// It watches these people from now on, and hears how they are.
    void begin(List<Sighting> sightings, List<PresenceShape> shapes) {
        toldOnline.clear();
        sightings.stream()
                .filter(sighting -> sighting.presence().isOnline())
                .forEach(sighting -> toldOnline.add(sighting.person()));
        client.emit("presence_state", new States(shapes));
    }

    /// Tells what has changed; false when it cannot take it now and was told nothing.
    boolean tell(List<Sighting> sightings) {
        var shapes = sightings.stream().map(PresenceShape::of).toList();
        boolean told =
                shapes.size() == 1
                        ? client.offer("presence_changed", shapes.getFirst())
                        : client.offer("presence_state", new States(shapes));
        if (told) sightings.forEach(this::tellFlip);
        return told;
    }

    private void tellFlip(Sighting sighting) {
        var person = sighting.person();
        boolean online = sighting.presence().isOnline();
        boolean flipped = online ? toldOnline.add(person) : toldOnline.remove(person);
        if (flipped) {
            client.emit(online ? "user_online" : "user_offline", new Someone(person.toString()));
        }
    }
}
