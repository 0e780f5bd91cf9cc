// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.log.Unavailable;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// One piece of the writer's work, and the answer somebody waits for.
final class Item<T extends @Nullable Object> {

    private final Db.Job<T> job;
    private final BiConsumer<T, Telling> tell;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable Done<T> done;
    private @Nullable Exception failure;

    private record Done<T extends @Nullable Object>(T result) {}

    Item(Db.Job<T> job, BiConsumer<T, Telling> tell) {
        this.job = job;
        this.tell = tell;
    }

    /// Runs inside a transaction.
    ///
    /// @return false if it failed for a reason of its own, and what it did is to be undone
    boolean run(Db db) throws SQLException {
        done = null;
        try {
            done = new Done<>(job.on(db));
            return true;
        } catch (SQLException | RuntimeException e) {
            if (StoreFault.isIn(e)) {
                throw e;
            }
            failure = e;
            return false;
        }
    }

    /// What it did is undone: says why.
    void giveUp() {
        if (failure != null) {
            answer.completeExceptionally(failure);
        }
    }

    /// Runs by itself, for a job that changes nothing.
    void read(Db db) {
        try {
            answer.complete(job.on(db));
        } catch (SQLException | RuntimeException e) {
            answer.completeExceptionally(StoreFault.ofReading(e));
        } catch (Error e) {
            answer.completeExceptionally(e);
        }
    }

    /// The batch is safe: says what is to be told.
    void tell(Telling telling) {
        if (done != null) {
            tell.accept(done.result(), telling);
        }
    }

    void answer() {
        if (done != null) {
            answer.complete(done.result());
        }
    }

    void fail(Unavailable why) {
        answer.completeExceptionally(why);
    }

    T await() {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unavailable.undecided("interrupted while waiting for the disk", e);
        } catch (ExecutionException e) {
            throw StoreFault.toCaller(e.getCause());
        }
    }
}
