// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.attachments;

import io.palabre.core.Time;
import io.palabre.core.ids.AttachmentId;
import io.palabre.core.log.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes what nobody sends: uploads that are silent for an hour, attachments that are not in a
/// message after a day, those of deleted messages, and bytes that a crash has left without a name.
public final class Orphans implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);
    private static final Duration SILENCE = Duration.ofHours(1);
    private static final Duration UNSENT = Duration.ofDays(1);
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final Shelf shelf;
    private final Time time;
    private final Thread thread;

    Orphans(Shelf shelf, Time time) {
        this.shelf = shelf;
        this.time = time;
        thread = Thread.ofPlatform().daemon().name("palabre-orphans").unstarted(this::run);
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                collectQuietly();
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException _) {
            // closing
        }
    }

    private void collectQuietly() {
        try {
            collect();
        } catch (IOException | UncheckedIOException | Unavailable e) {
            LOG.warn("orphaned attachments stay for now: {}", e.toString());
        }
    }

    /// Once through.
    void collect() throws IOException {
        var now = time.now();
        for (var id : shelf.attachments().collect(now.minus(SILENCE), now.minus(UNSENT))) {
            shelf.blobs().remove(id);
        }
        var old = shelf.blobs().olderThan(now.minus(SILENCE));
        var known = shelf.attachments().known(old);
        for (AttachmentId id : old) {
            if (!known.contains(id)) shelf.blobs().remove(id);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
