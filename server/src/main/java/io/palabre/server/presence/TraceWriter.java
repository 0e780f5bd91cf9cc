// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import io.palabre.core.presence.Trace;
import io.palabre.core.presence.TraceBook;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes traces behind presence's back, which does not wait for the disk, in parts: a message that
/// is to be written meanwhile waits for one of them, however many came and went. What cannot be
/// written is dropped: a later trace says as much.
final class TraceWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TraceWriter.class);

    private static final int PART = 100;

    private final TraceBook book;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("traces").factory());

    TraceWriter(TraceBook book) {
        this.book = book;
    }

    void write(List<Trace> traces) {
        for (int from = 0; from < traces.size(); from += PART) {
            var part = traces.subList(from, Math.min(from + PART, traces.size()));
            thread.execute(() -> keep(part));
        }
    }

    private void keep(List<Trace> traces) {
        try {
            book.keep(traces);
        } catch (RuntimeException e) {
            LOG.warn("when {} people were last seen is not stored", traces.size(), e);
        }
    }

    /// Returns when all is written.
    @Override
    public void close() {
        thread.close();
    }
}
