// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.StampedLock;

/// All lanes, and the rule by which connections move between them: whoever gives tasks to lanes
/// does so inside [#enter] and [#exit], and a move excludes that. So what one thread sends reaches
/// each connection in order and once, even if the connection moves in between.
public final class Lanes {
    private final StampedLock moves = new StampedLock();
    private final CopyOnWriteArrayList<Lane> lanes = new CopyOnWriteArrayList<>();

    /// Adds a lane, which must have [Lane#index] equal to the number of lanes before it.
    public void add(Lane lane) {
        lanes.add(lane);
    }

    /// How many lanes there are.
    public int count() {
        return lanes.size();
    }

    /// The lane with this index.
    Lane get(int index) {
        return lanes.get(index);
    }

    /// Begins giving tasks to lanes. Not reentrant.
    public long enter() {
        return moves.readLock();
    }

    /// Ends what [#enter] began.
    public void exit(long stamp) {
        moves.unlockRead(stamp);
    }

    /// Runs `move` while nobody gives tasks to lanes.
    public void move(Runnable move) {
        var stamp = moves.writeLock();
        try {
            move.run();
        } finally {
            moves.unlockWrite(stamp);
        }
    }
}
