// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// One thread that tells what was committed, in that order. When it falls a thousand steps behind,
/// the writer waits for it.
final class Dispatcher {

    static final int MOST_WAITING = 1_024;

    private final BlockingQueue<Runnable> steps = new ArrayBlockingQueue<>(MOST_WAITING);
    private final StoreWatch watch;
    private final Thread thread;
    private boolean closing;

    Dispatcher(StoreWatch watch) {
        this.watch = watch;
        thread = Thread.ofPlatform().daemon().name("palabre-dispatcher").unstarted(this::run);
        thread.start();
    }

    void add(Runnable step) throws InterruptedException {
        steps.put(step);
    }

    private void run() {
        while (!closing) {
            try {
                steps.take().run();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                watch.fault("telling what was committed has failed", e);
            }
        }
    }

    /// Returns when everything was told.
    void close() throws InterruptedException {
        steps.put(() -> closing = true);
        thread.join();
    }
}
