// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/// Clients come, are accepted, and go, some at a time: an operation is one such visit, latency is
/// until accepted.
public final class Churn implements Traffic {

    private static final int AT_ONCE = 32;

    private final Generator generator;
    private final Target target;
    private final long[] began;
    private final Histogram latency = Tally.micros();
    private CompletableFuture<Tally> done = new CompletableFuture<>();
    private long start;
    private int next;
    private int left;

    private Churn(Generator generator, Target target, int visits) {
        this.generator = generator;
        this.target = target;
        this.began = new long[visits];
    }

    /// Runs to its end; fails when anyone is refused.
    public static Tally run(Generator generator, Target target, int visits) throws LoadFailed {
        Churn load = new Churn(generator, target, visits);
        return generator.await(load::start, Duration.ofSeconds(30 + visits / 100));
    }

    private void start(CompletableFuture<Tally> whenDone) {
        done = whenDone;
        start = System.nanoTime();
        for (int i = 0; i < Math.min(AT_ONCE, began.length); i++) open();
    }

    private void open() {
        Connection connection = new Connection(next, target, this);
        began[next++] = System.nanoTime();
        generator.connect(connection, target);
    }

    @Override
    public void ready(Connection connection) {
        long now = System.nanoTime();
        latency.recordValue((now - began[connection.number()]) / 1000);
        connection.close();
        if (next < began.length) open();
        if (++left == began.length) {
            done.complete(new Tally(left, Duration.ofNanos(now - start), latency));
        }
    }

    @Override
    public void lost(Connection connection, String why) {
        done.completeExceptionally(
                new IllegalStateException("visit " + connection.number() + ": " + why));
    }
}
