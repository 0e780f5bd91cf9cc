// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The same again at a steady pace, until it fails or somebody interrupts.
record Paced(Duration every) {

    /// What is done each time.
    interface Look {
        void take() throws NotReached, InterruptedException;
    }

    /// Never comes back but with what went wrong.
    int run(Look look) throws NotReached, InterruptedException {
        var failed = new CompletableFuture<Integer>();
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var _ =
                    clock.scheduleAtFixedRate(
                            () -> take(look, failed), 0, every.toMillis(), TimeUnit.MILLISECONDS);
            try {
                return failed.get();
            } finally {
                clock.shutdownNow();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NotReached gone) throw gone;
            if (e.getCause() instanceof RuntimeException fault) throw fault;
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void take(Look look, CompletableFuture<Integer> failed) {
        try {
            look.take();
        } catch (NotReached | InterruptedException | RuntimeException e) {
            failed.completeExceptionally(e);
        }
    }
}
