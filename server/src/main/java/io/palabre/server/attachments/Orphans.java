// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.attachments;

import io.palabre.core.Time;
import io.palabre.core.ids.AttachmentId;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes what nobody sends: uploads that are silent for an hour, attachments that are not in a
/// message after a day, those of deleted messages. Bytes that a crash has left without a name are
/// looked for when a server starts, when they are old enough, and then once a day: every file is
/// looked at.
public final class Orphans implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private static final Duration SILENCE = Duration.ofHours(1);
    private static final Duration UNSENT = Duration.ofDays(1);
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration SWEPT_AGAIN = SILENCE.plus(EVERY);
    private static final Duration SWEPT = Duration.ofDays(1);

    private final Shelf shelf;
    private final Time time;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("palabre-orphans").factory());

    Orphans(Shelf shelf, Time time) {
        this.shelf = shelf;
        this.time = time;
        thread.execute(quietly(this::sweep));
        every(EVERY, EVERY, this::collect);
        every(SWEPT_AGAIN, SWEPT, this::sweep);
    }

    private void every(Duration first, Duration then, Work work) {
        var _ =
                thread.scheduleWithFixedDelay(
                        quietly(work), first.toMillis(), then.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Something that can wait for the next time.
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private Runnable quietly(Work work) {
        return () -> {
            try {
                work.run();
            } catch (IOException | RuntimeException e) {
                if (!thread.isShutdown()) {
                    LOG.warn("orphaned attachments stay for now: {}", e.toString());
                }
            }
        };
    }

    /// What the store knows to be needed no more.
    void collect() throws IOException {
        var now = time.now();
        for (var id : shelf.attachments().collect(now.minus(SILENCE), now.minus(UNSENT))) {
            shelf.blobs().remove(id);
        }
    }

    /// The same, and what lies there and the store knows nothing of.
    void sweep() throws IOException {
        collect();
        var old = shelf.blobs().olderThan(time.now().minus(SILENCE));
        var known = shelf.attachments().known(old);
        for (AttachmentId id : old) {
            if (!known.contains(id)) shelf.blobs().remove(id);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
