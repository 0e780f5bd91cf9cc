// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A moment that is put off again and again, which costs no timer: only one that comes nearer does.
/// Touched only by its event loop.
final class Deadline {
    private final EventLoop loop;
    private final Runnable passed;
    private @Nullable Future<?> timer;
    private long rings;
    private long at;
    private boolean set;
    private boolean over;

    Deadline(EventLoop loop, Runnable passed) {
        this.loop = loop;
        this.passed = passed;
    }

    /// Sets it, in the place of what it was.
    void in(Duration delay) {
        if (over) {
            return;
        }
        at = System.nanoTime() + delay.toNanos();
        set = true;
        if (timer != null && rings - at > 0) {
            timer.cancel(false);
            timer = null;
        }
        if (timer == null) {
            schedule();
        }
    }

    /// Until it is set again.
    void never() {
        set = false;
    }

    /// For good.
    void end() {
        over = true;
        set = false;
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private void schedule() {
        rings = at;
        timer = loop.schedule(this::ring, at - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    private void ring() {
        timer = null;
        if (set && at - System.nanoTime() > 0) {
            schedule();
        } else if (set) {
            set = false;
            passed.run();
        }
    }
}
