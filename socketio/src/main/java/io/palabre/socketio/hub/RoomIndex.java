// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// On which lanes each room of a namespace has sockets, so that a broadcast wakes no other lane. A
/// socket's own id is found among the sockets themselves.
final class RoomIndex {
    private static final int[] NONE = new int[0];
    private final AtomicReference<int[]> everyone = new AtomicReference<>(NONE);
    private final Map<String, int[]> countsByLane = new ConcurrentHashMap<>();

    void add(int lane) {
        everyone.updateAndGet(counts -> changed(counts, lane, 1));
    }

    void remove(int lane) {
        everyone.updateAndGet(counts -> changed(counts, lane, -1));
    }

    void join(String room, int lane) {
        countsByLane.compute(room, (_, counts) -> orNull(changed(counts, lane, 1)));
    }

    void leave(String room, int lane) {
        countsByLane.compute(room, (_, counts) -> orNull(changed(counts, lane, -1)));
    }

    /// The lanes that `audience` lives on, as far as its rooms tell.
    ///
    /// @param sockets finds a socket by its id
    BitSet lanes(Audience audience, Function<String, @Nullable LiveSocket> sockets) {
        var lanes = new BitSet();
        if (audience.rooms().isEmpty()) {
            mark(everyone.get(), lanes);
        }
        for (var room : audience.rooms()) {
            mark(countsByLane.getOrDefault(room, NONE), lanes);
            var single = sockets.apply(room);
            if (single != null) {
                lanes.set(single.lane().index());
            }
        }
        return lanes;
    }

    private static void mark(int[] counts, BitSet lanes) {
        for (var lane = 0; lane < counts.length; lane++) {
            if (counts[lane] > 0) {
                lanes.set(lane);
            }
        }
    }

    private static int[] changed(int @Nullable [] counts, int lane, int by) {
        var length = Math.max(lane + 1, counts == null ? 0 : counts.length);
        var changed = counts == null ? new int[length] : Arrays.copyOf(counts, length);
        changed[lane] += by;
        return changed;
    }

    private static int @Nullable [] orNull(int[] counts) {
        for (var count : counts) {
            if (count != 0) {
                return counts;
            }
        }
        return null;
    }
}
