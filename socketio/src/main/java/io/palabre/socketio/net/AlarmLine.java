// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Alarms that all wait equally long, in the order in which they ring. However many there are, one
/// timer of the event loop serves them; setting and taking back an alarm touches only its
/// neighbours. Touched only by its event loop.
final class AlarmLine {
    private final EventLoop loop;
    private final long delay;
    private @Nullable AlarmNode first;
    private @Nullable AlarmNode last;
    private boolean timing;

    AlarmLine(EventLoop loop, long delayNanos) {
        this.loop = loop;
        this.delay = delayNanos;
    }

    /// Sets an alarm.
    ///
    /// @param from when its waiting began, on the clock of [System#nanoTime]
    void set(AlarmNode node, long from) {
        node.deadline = from + delay;
        resume(node);
    }

    /// Sets an alarm that has a deadline already.
    void resume(AlarmNode node) {
        node.line = this;
        var before = last;
        while (before != null && before.deadline - node.deadline > 0) {
            before = before.previous;
        }
        insert(node, before);
        if (!timing) {
            time();
        }
    }

    private void insert(AlarmNode node, @Nullable AlarmNode before) {
        var after = before == null ? first : before.next;
        node.previous = before;
        node.next = after;
        if (before == null) {
            first = node;
        } else {
            before.next = node;
        }
        if (after == null) {
            last = node;
        } else {
            after.previous = node;
        }
    }

    /// Takes an alarm out.
    void remove(AlarmNode node) {
        if (node.previous == null) {
            first = node.next;
        } else {
            node.previous.next = node.next;
        }
        if (node.next == null) {
            last = node.previous;
        } else {
            node.next.previous = node.previous;
        }
        node.previous = null;
        node.next = null;
        node.line = null;
    }

    private void time() {
        if (first != null) {
            timing = true;
            var wait = Math.max(0, first.deadline - System.nanoTime());
            var _ = loop.schedule(this::ring, wait, TimeUnit.NANOSECONDS);
        }
    }

    private void ring() {
        timing = false;
        var now = System.nanoTime();
        while (first != null && first.deadline - now <= 0) {
            var due = first;
            remove(due);
            due.ring();
        }
        if (!timing) {
            time();
        }
    }
}
