// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import java.util.Comparator;
import java.util.PriorityQueue;

/// Virtual time, in milliseconds: what is planned runs in the order of its time.
final class Clockwork {

    private record Planned(long at, long order, Runnable what) {}

    private final PriorityQueue<Planned> plan =
            new PriorityQueue<>(
                    Comparator.comparingLong(Planned::at).thenComparingLong(Planned::order));
    private long now;
    private long order;

    long now() {
        return now;
    }

    void after(long millis, Runnable what) {
        plan.add(new Planned(now + Math.max(0, millis), order++, what));
    }

    void runUntil(long end) {
        for (var next = plan.peek(); next != null && next.at() <= end; next = plan.peek()) {
            plan.remove();
            now = next.at();
            next.what().run();
        }
        now = end;
    }
}
