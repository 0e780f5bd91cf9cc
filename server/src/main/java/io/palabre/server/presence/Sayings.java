// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import io.palabre.core.presence.Sighting;
import io.palabre.server.edge.Words;
import io.palabre.server.wire.Json;
import io.palabre.server.wire.PresenceShape;
import java.util.List;

/// What is told of changes: those who are told the same one after the other share the words.
final class Sayings {
    private final Json json;
    private Changed changed = new Changed(List.of(), new Words("", ""));
    private Flip flip = new Flip(new Someone(""), new Words("", ""));

    Sayings(Json json) {
        this.json = json;
    }

    private record Changed(List<Sighting> sightings, Words words) {}

    private record Flip(Someone someone, Words words) {}

    record States(List<PresenceShape> states) {}

    record Someone(String userId) {}

    /// How people are now.
    Words changed(List<Sighting> sightings) {
        if (!changed.sightings().equals(sightings)) {
            changed = new Changed(sightings, write(sightings));
        }
        return changed.words();
    }

    private Words write(List<Sighting> sightings) {
        var shapes = sightings.stream().map(PresenceShape::of).toList();
        return shapes.size() == 1
                ? new Words("presence_changed", json.write(shapes.getFirst()))
                : new Words("presence_state", json.write(new States(shapes)));
    }

    /// Somebody came or went.
    Words flipped(Sighting sighting) {
        var event = sighting.presence().isOnline() ? "user_online" : "user_offline";
        var someone = new Someone(sighting.person().toString());
        if (!flip.someone().equals(someone) || !flip.words().event().equals(event)) {
            flip = new Flip(someone, new Words(event, json.write(someone)));
        }
        return flip.words();
    }
}
