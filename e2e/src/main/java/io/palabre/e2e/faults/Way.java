// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.faults;

/// One direction through a [FaultProxy].
public final class Way {
    private enum Mode {
        OPEN,
        SWALLOWING,
        STALLED
    }

    private static final long WHOLE = Long.MAX_VALUE;

    private Mode mode = Mode.OPEN;
    private long left = WHOLE;
    private boolean robbed;
    private boolean cut;
    private boolean felt;

    /// Takes what comes and passes nothing on.
    public synchronized void swallow() {
        felt = false;
        mode = Mode.SWALLOWING;
    }

    /// Takes nothing any more, so that whoever speaks is held up.
    public synchronized void stall() {
        mode = Mode.STALLED;
    }

    /// Passes on so many bytes, then cuts whoever spoke.
    public synchronized void cutAfter(long bytes) {
        felt = false;
        left = bytes;
    }

    /// Whether somebody was robbed or cut since it was last told to.
    public synchronized boolean felt() {
        return felt;
    }

    /// Whether somebody was robbed of something.
    synchronized boolean heal() {
        mode = Mode.OPEN;
        left = WHOLE;
        boolean was = robbed;
        robbed = false;
        notifyAll();
        return was;
    }

    synchronized void awaitOpen() {
        try {
            while (mode == Mode.STALLED) wait();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// How many of so many bytes are passed on.
    synchronized int passing(int bytes) {
        if (mode == Mode.SWALLOWING) {
            robbed = true;
            felt = true;
            return 0;
        }
        if (left == WHOLE) return bytes;
        var passed = (int) Math.min(left, bytes);
        left -= passed;
        if (left == 0) {
            left = WHOLE;
            cut = true;
            felt = true;
        }
        return passed;
    }

    /// Whether the connection that has just spoken is to be cut.
    synchronized boolean cutNow() {
        boolean now = cut;
        cut = false;
        return now;
    }
}
