// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// On which lanes each room of a namespace has sockets, so that a broadcast wakes no other lane.
final class RoomIndex {
    private static final String EVERYONE = "";
    private final Map<String, int[]> countsByLane = new ConcurrentHashMap<>();

    void add(LiveSocket socket, int lane) {
        change(EVERYONE, lane, 1);
        change(idKey(socket.id()), lane, 1);
    }

    void remove(LiveSocket socket, int lane) {
        change(EVERYONE, lane, -1);
        change(idKey(socket.id()), lane, -1);
    }

    void join(String room, int lane) {
        change(roomKey(room), lane, 1);
    }

    void leave(String room, int lane) {
        change(roomKey(room), lane, -1);
    }

    /// The lanes that `audience` lives on, as far as its rooms tell.
    BitSet lanes(Audience audience) {
        var lanes = new BitSet();
        if (audience.rooms().isEmpty()) {
            mark(EVERYONE, lanes);
        }
        for (var room : audience.rooms()) {
            mark(roomKey(room), lanes);
            mark(idKey(room), lanes);
        }
        return lanes;
    }

    private void mark(String key, BitSet lanes) {
        var counts = countsByLane.get(key);
        for (var lane = 0; counts != null && lane < counts.length; lane++) {
            if (counts[lane] > 0) {
                lanes.set(lane);
            }
        }
    }

    private void change(String key, int lane, int by) {
        countsByLane.compute(key, (_, counts) -> changed(counts, lane, by));
    }

    private static int @Nullable [] changed(int @Nullable [] counts, int lane, int by) {
        var length = Math.max(lane + 1, counts == null ? 0 : counts.length);
        var changed = counts == null ? new int[length] : Arrays.copyOf(counts, length);
        changed[lane] += by;
        return Arrays.stream(changed).anyMatch(n -> n != 0) ? changed : null;
    }

    private static String roomKey(String room) {
        return "r" + room;
    }

    private static String idKey(String id) {
        return "s" + id;
    }
}
