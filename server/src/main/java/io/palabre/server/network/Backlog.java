// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// What an event loop took off the network, for one thread that works it off. While that thread is
/// behind, the source rests.
final class Backlog<T> {
    private final BlockingQueue<T> waiting = new LinkedBlockingQueue<>();
    private final AtomicBoolean resting = new AtomicBoolean();
    private final Source source;
    private final int most;

    /// Where it comes from. A call of one that comes after a call of the other takes effect after
    /// it.
    interface Source {
        /// Called on the event loop.
        void pause();

        /// Called on any thread.
        void resume();
    }

    /// @param most the source rests from so many on, and goes on below half of them
    Backlog(Source source, int most) {
        this.source = source;
        this.most = most;
    }

    /// Called on the event loop.
    void add(T piece) {
        waiting.add(piece);
        if (waiting.size() < most) return;
        resting.set(true);
        source.pause();
        // the other thread may have emptied it in between, and then nobody else wakes the source
        resumeWhenLow();
    }

    /// Waits for the next.
    T take() throws InterruptedException {
        var taken = waiting.take();
        resumeWhenLow();
        return taken;
    }

    private void resumeWhenLow() {
        if (waiting.size() < (most + 1) / 2 && resting.compareAndSet(true, false)) source.resume();
    }

    boolean isResting() {
        return resting.get();
    }

    /// Nobody takes any more: what waits is let go.
    void clear() {
        waiting.clear();
        if (resting.compareAndSet(true, false)) source.resume();
    }
}
