// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.log.Unavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// A few threads that read, each with a connection of its own: native calls would hold the carrier
/// of a virtual thread. When more wait than it can soon answer, it says so.
final class Readers {

    private static final int MOST_WAITING = 8_192;

    private final BlockingQueue<Item<?>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Item<?> last = new Item<>(_ -> "", (_, _) -> {});
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    /// Threads that read one file.
    Readers(Path file, int count) throws SQLException {
        this(() -> Connections.reader(file), count);
    }

    Readers(Writer.Open open, int count) throws SQLException {
        for (var i = 1; i <= count; i++) {
            var db = open.open();
            var name = "palabre-reader-" + i;
            threads.add(Thread.ofPlatform().daemon().name(name).start(() -> run(db)));
        }
    }

    /// Reads with single statements, each of which sees the latest commit.
    <T extends @Nullable Object> T read(Db.Job<T> job) {
        var item = new Item<>(job, (_, _) -> {});
        if (closed || !queue.offer(item)) {
            throw Unavailable.notDone(closed ? "the store is closed" : "too many are reading");
        }
        if (closed && queue.remove(item)) {
            throw Unavailable.notDone("the store is closed");
        }
        return item.await();
    }

    /// Reads with several statements that all see the same commit.
    <T extends @Nullable Object> T snapshot(Db.Job<T> job) {
        return read(
                db -> {
                    db.update("BEGIN");
                    try {
                        var found = job.on(db);
                        db.update("COMMIT");
                        return found;
                    } catch (SQLException | RuntimeException e) {
                        giveUp(db, e);
                        throw e;
                    }
                });
    }

    private static void giveUp(Db db, Exception why) {
        try {
            db.update("ROLLBACK");
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private void run(Db db) {
        try (db) {
            var item = queue.take();
            while (item != last) {
                item.read(db);
                item = queue.take();
            }
            queue.add(last);
        } catch (InterruptedException | SQLException e) {
            closed = true;
        }
    }

    void close() throws InterruptedException {
        if (!closed) {
            closed = true;
            queue.put(last);
        }
        for (var thread : threads) {
            thread.join();
        }
        var late = new ArrayList<Item<?>>();
        queue.drainTo(late);
        late.forEach(item -> item.fail(Unavailable.notDone("the store is closed")));
    }
}
