// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import java.util.LinkedHashSet;
import java.util.Set;

/// Who is meant by a broadcast.
///
/// @param rooms sockets in any of these rooms; empty means all
/// @param except but not sockets in any of these
public record Audience(Set<String> rooms, Set<String> except) {

    /// All sockets.
    static final Audience EVERYONE = new Audience(Set.of(), Set.of());

    Audience to(String room) {
        return new Audience(with(rooms, room), except);
    }

    Audience except(String room) {
        return new Audience(rooms, with(except, room));
    }

    private static Set<String> with(Set<String> names, String name) {
        if (names.isEmpty()) {
            return Set.of(name);
        }
        var more = new LinkedHashSet<>(names);
        more.add(name);
        return more;
    }
}
