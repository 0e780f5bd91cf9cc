// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.Time;
import io.palabre.core.log.Committed;
import io.palabre.core.log.Unavailable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The one thread that writes. A batch is what was queued while the batch before it was synced, so
/// a lone piece of work never waits and many share one sync. After a commit the dispatcher gets
/// what is to be told, then those who wait get their answers.
///
/// When the disk fails, nobody knows whether the batch is on it: everyone in it is told so, nothing
/// more is accepted, and the file is opened anew until a write succeeds again. Then the dispatcher
/// gets what of the batch may be there.
final class Writer {

    private static final int MOST_IN_BATCH = 256;
    private static final int MOST_WAITING = 8_192;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

    private enum State {
        OPEN,
        BROKEN,
        CLOSED
    }

    /// What a writer needs.
    ///
    /// @param open opens the file for writing
    /// @param forget what to do when the past may differ from what was seen
    record Parts(Open open, Dispatcher dispatcher, Runnable forget, StoreWatch watch) {}

    /// Opens the file for writing.
    @FunctionalInterface
    interface Open {
        Db open() throws SQLException;
    }

    private final BlockingQueue<Item<?>> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private final Item<?> last = new Item<>(_ -> "", (_, _) -> {});
    private final Parts parts;
    private final Time time;
    private final Thread thread;
    private Committed told = _ -> {};
    private Db db;

    Writer(Db db, Parts parts, Time time) {
        this.db = db;
        this.parts = parts;
        this.time = time;
        thread = Thread.ofPlatform().daemon().name("palabre-writer").unstarted(this::run);
    }

    /// From now on it works, and `told` hears what is committed.
    void start(Committed told) throws SQLException {
        db.inTransactions();
        this.told = told;
        thread.start();
    }

    /// Does the job in a transaction of its own or with others; returns when it is on disk.
    <T extends @Nullable Object> T write(Db.Job<T> job) {
        return write(job, (_, _) -> {});
    }

    /// The same, and tells something of it.
    <T extends @Nullable Object> T write(Db.Job<T> job, BiConsumer<T, Telling> tell) {
        var item = new Item<>(job, tell);
        refuseUnlessOpen();
        enqueue(item);
        if (state.get() != State.OPEN && queue.remove(item)) {
            throw Unavailable.notDone("the store has just stopped writing");
        }
        return item.await();
    }

    boolean isOpen() {
        return state.get() == State.OPEN;
    }

    private void refuseUnlessOpen() {
        switch (state.get()) {
            case OPEN -> {}
            case BROKEN -> throw Unavailable.notDone("the store cannot write just now");
            case CLOSED -> throw Unavailable.notDone("the store is closed");
        }
    }

    private void enqueue(Item<?> item) {
        try {
            if (!queue.offer(item, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Unavailable.notDone("too much waits to be written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unavailable.notDone("interrupted before it was queued");
        }
    }

    private void run() {
        try {
            var batch = new ArrayList<Item<?>>();
            while (!batch.contains(last)) {
                batch.clear();
                batch.add(queue.take());
                queue.drainTo(batch, MOST_IN_BATCH - 1);
                write(batch);
            }
        } catch (InterruptedException e) {
            parts.watch().fault("the writer was interrupted", e);
        }
    }

    private void write(List<Item<?>> batch) throws InterruptedException {
        try {
            commit(batch);
        } catch (SQLException | RuntimeException | Error e) {
            parts.watch().fault("the store cannot write", e);
            batch.forEach(item -> item.fail(Unavailable.undecided("the store has failed", e)));
            mend();
            var telling = Telling.doubtful(told);
            batch.forEach(item -> item.tell(telling));
            dispatch(telling);
            return;
        }
        var telling = Telling.safe(told);
        batch.forEach(item -> item.tell(telling));
        batch.forEach(Item::answer);
        dispatch(telling);
    }

    /// Waits when the dispatcher is too far behind: what is on disk is answered before.
    private void dispatch(Telling telling) throws InterruptedException {
        for (var step : telling.steps()) {
            parts.dispatcher().add(step);
        }
    }

    /// Everything in one transaction; if a piece fails for a reason of its own, each half in one of
    /// its own, until that piece is alone.
    private void commit(List<Item<?>> batch) throws SQLException {
        var started = time.nanos();
        if (!allRun(batch)) {
            db.rollback();
            commitHalves(batch);
            return;
        }
        var decided = time.nanos();
        db.commit();
        var committed = time.nanos();
        parts.watch()
                .written(
                        new StoreWatch.Batch(
                                batch.size(),
                                queue.size(),
                                Duration.ofNanos(decided - started),
                                Duration.ofNanos(committed - decided)));
    }

    private boolean allRun(List<Item<?>> batch) throws SQLException {
        for (var item : batch) {
            if (!item.run(db)) {
                return false;
            }
        }
        return true;
    }

    private void commitHalves(List<Item<?>> batch) throws SQLException {
        if (batch.size() == 1) {
            batch.getFirst().giveUp();
        } else {
            var middle = batch.size() / 2;
            commit(batch.subList(0, middle));
            commit(batch.subList(middle, batch.size()));
        }
    }

    private void mend() throws InterruptedException {
        state.compareAndSet(State.OPEN, State.BROKEN);
        while (state.get() == State.BROKEN && !opensAnew()) {
            var late = queue.poll(BETWEEN_ATTEMPTS.toMillis(), TimeUnit.MILLISECONDS);
            if (late == last) {
                queue.add(last);
            } else if (late != null) {
                late.fail(Unavailable.notDone("the store cannot write just now"));
            }
        }
    }

    /// Whether the file, opened anew, takes a write.
    private boolean opensAnew() {
        try {
            db.close();
            db = parts.open().open().inTransactions();
            db.update(
                    "INSERT OR REPLACE INTO meta (name, value) VALUES ('mended', zeroblob(8192))");
            db.update("DELETE FROM meta WHERE name = 'mended'");
            db.commit();
            parts.forget().run();
            state.compareAndSet(State.BROKEN, State.OPEN);
            return true;
        } catch (SQLException e) {
            parts.watch().fault("the store still cannot write", e);
            return false;
        }
    }

    /// Returns when everything that was accepted is written.
    void close() throws InterruptedException, SQLException {
        if (state.getAndSet(State.CLOSED) != State.CLOSED) {
            queue.put(last);
            thread.join();
            var late = new ArrayList<Item<?>>();
            queue.drainTo(late);
            late.forEach(item -> item.fail(Unavailable.notDone("the store is closed")));
            db.close();
        }
    }
}
