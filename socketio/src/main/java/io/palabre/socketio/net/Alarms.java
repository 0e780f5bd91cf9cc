// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.palabre.socketio.engine.Alarm;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The alarms of one session, one for each slot. Touched only by the lane that the session lives
/// on.
final class Alarms {
    private final @Nullable AlarmNode[] bySlot = new AlarmNode[Alarm.SLOTS];
    private final @Nullable String heartbeat;
    private final Consumer<Alarm> onRing;

    /// @param heartbeat the name of the one that was asked for, or null for the usual one
    Alarms(@Nullable String heartbeat, Consumer<Alarm> onRing) {
        this.heartbeat = heartbeat;
        this.onRing = onRing;
    }

    /// The name of the heartbeat that was asked for; null for the usual one.
    @Nullable String heartbeat() {
        return heartbeat;
    }

    /// Sets one, in the place of another of its slot.
    void arm(Alarm alarm, EventLane lane) {
        var node = bySlot[alarm.slot];
        if (node == null) {
            node = new AlarmNode(alarm, onRing);
            bySlot[alarm.slot] = node;
        }
        node.set(alarm, lane.line(alarm, heartbeat));
    }

    /// Takes one back.
    void disarm(Alarm alarm) {
        var node = bySlot[alarm.slot];
        if (node != null) {
            node.clear();
        }
    }

    /// Takes all back, and returns those that were set.
    Queue<AlarmNode> takeAll() {
        var set = new ArrayDeque<AlarmNode>(Alarm.SLOTS);
        for (var node : bySlot) {
            if (node != null && node.isSet()) {
                node.clear();
                set.add(node);
            }
        }
        return set;
    }

    /// Sets some on another lane, with the deadlines they had.
    void resume(Queue<AlarmNode> some, EventLane lane) {
        some.forEach(node -> node.resume(lane, heartbeat));
    }
}
