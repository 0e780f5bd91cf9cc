// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.palabre.socketio.engine.Alarm;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One alarm of a session, set or not.
final class AlarmNode {
    private final Consumer<Alarm> onRing;
    private Alarm alarm;
    long deadline;
    @Nullable AlarmLine line;
    @Nullable AlarmNode previous;
    @Nullable AlarmNode next;

    AlarmNode(Alarm alarm, Consumer<Alarm> onRing) {
        this.alarm = alarm;
        this.onRing = onRing;
    }

    /// Sets it on `its` line. A pong is expected from when the ping was due, so that lateness does
    /// not add up.
    void set(Alarm alarm, AlarmLine its) {
        clear();
        this.alarm = alarm;
        its.set(this, alarm == Alarm.PONG ? deadline : System.nanoTime());
    }

    /// Takes it back.
    void clear() {
        if (line != null) {
            line.remove(this);
        }
    }

    /// Whether it is set for one of the alarms of this slot.
    boolean isSet() {
        return line != null;
    }

    /// Sets it on another lane with the deadline it had.
    void resume(EventLane lane, @Nullable String heartbeat) {
        lane.line(alarm, heartbeat).resume(this);
    }

    void ring() {
        onRing.accept(alarm);
    }
}
