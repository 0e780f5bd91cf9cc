// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// What a socket's listeners still have to do, one after the other. A virtual thread works on it
/// while there is something; an empty inbox owns no thread and no memory.
final class Inbox {
    private final InboundBounds bounds;
    private final Link link;
    private @Nullable ArrayDeque<Item> items;
    private int bytes;
    private boolean paused;

    private record Item(Runnable task, int size) {}

    Inbox(InboundBounds bounds, Link link) {
        this.bounds = bounds;
        this.link = link;
    }

    /// Adds a task. When too much waits, nothing more is read from the client until half is done.
    ///
    /// @param size roughly how many bytes it holds
    void add(Runnable task, int size) {
        if (queue(task, size)) {
            begin();
        }
    }

    /// Whether nobody works on it yet.
    private synchronized boolean queue(Runnable task, int size) {
        var idle = items == null;
        if (items == null) {
            items = new ArrayDeque<>(2);
        }
        items.add(new Item(task, size));
        bytes += size;
        if (!paused && (items.size() > bounds.packets() || bytes > bounds.bytes())) {
            paused = true;
            link.pause();
        }
        return idle;
    }

    /// Not while the inbox is held: whoever begins to work there may do so at once, on the core of
    /// whoever began it, and would turn round and round for it.
    private void begin() {
        var lane = link.lane();
        lane.listenersBegin();
        Thread.startVirtualThread(() -> work(lane));
    }

    /// Whether nothing waits and nothing is being done.
    synchronized boolean isEmpty() {
        return items == null;
    }

    private void work(Lane lane) {
        try {
            for (var task = next(); task != null; task = next()) {
                task.run();
            }
        } finally {
            lane.listenersEnd();
        }
    }

    private synchronized @Nullable Runnable next() {
        var item = items == null ? null : items.poll();
        if (item == null) {
            items = null;
            return null;
        }
        bytes -= item.size;
        if (paused
                && items != null
                && items.size() <= bounds.packets() / 2
                && bytes <= bounds.bytes() / 2) {
            paused = false;
            link.resume();
        }
        return item.task;
    }
}
