// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.simulation;

import io.palabre.core.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Time that passes only as things happen: what is planned runs in the order of its instant. The
/// wall clock may be set meanwhile; what is measured does not follow it.
final class VirtualTime implements Time {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T12:00:00Z");

    private record Planned(long micros, long order, Runnable what) {}

    private final PriorityQueue<Planned> plan =
            new PriorityQueue<>(
                    Comparator.comparingLong(Planned::micros).thenComparingLong(Planned::order));
    private Instant beginning = BEGINNING;
    private long micros;
    private long order;

    @Override
    public Instant now() {
        return beginning.plusMillis(micros / 1_000);
    }

    @Override
    public long nanos() {
        return micros * 1_000;
    }

    /// Somebody sets the clock on the wall.
    void step(Duration by) {
        beginning = beginning.plus(by);
    }

    void after(long later, Runnable what) {
        plan.add(new Planned(micros + later, order++, what));
    }

    void runUntil(long end) {
        for (var next = plan.peek(); next != null && next.micros() <= end; next = plan.peek()) {
            plan.remove();
            micros = next.micros();
            next.what().run();
        }
        micros = end;
    }
}
