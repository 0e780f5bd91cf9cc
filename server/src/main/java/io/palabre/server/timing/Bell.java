// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.timing;

import java.util.OptionalLong;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Rings when a time has come; only the next one is remembered. Its calls come one at a time.
public final class Bell implements AutoCloseable {
    private final ScheduledThreadPoolExecutor thread;
    private final Runnable ring;
    private @Nullable ScheduledFuture<?> next;
    private long nextAt = Long.MAX_VALUE;

    public Bell(String name, Runnable ring) {
        this.ring = ring;
        thread =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name(name).daemon().factory());
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Rings at this time and no other.
    ///
    /// @param at on the clock of `now`, in milliseconds; empty for never
    public void set(OptionalLong at, long now) {
        long wanted = at.orElse(Long.MAX_VALUE);
        if (wanted == nextAt || thread.isShutdown()) return;
        if (next != null) next.cancel(false);
        nextAt = wanted;
        next =
                at.isEmpty()
                        ? null
                        : thread.schedule(ring, Math.max(0, wanted - now), TimeUnit.MILLISECONDS);
    }

    /// It has rung: what was set is over.
    public void rung() {
        next = null;
        nextAt = Long.MAX_VALUE;
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
