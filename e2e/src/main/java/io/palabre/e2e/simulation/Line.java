// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.simulation;

/// One connection: two ways, each in order, each with delays; what is on its way when it is cut is
/// lost. Whoever holds an end learns of the cut some time later.
final class Line {
    private final Simulation world;
    private final long[] last = new long[2];
    private final long[] stalledUntil = new long[2];
    private boolean cut;

    Line(Simulation world) {
        this.world = world;
    }

    void toServer(Runnable arrival) {
        travel(0, arrival);
    }

    void toClient(Runnable arrival) {
        travel(1, arrival);
    }

    private void travel(int way, Runnable arrival) {
        if (cut) return;
        var now = world.time.nanos() / 1_000;
        var begins = Math.max(now + 100 + world.random.nextInt(8_000), stalledUntil[way]);
        last[way] = Math.max(begins, last[way] + 1);
        world.time.after(
                last[way] - now,
                () -> {
                    if (!cut) arrival.run();
                });
    }

    /// Nothing arrives for so long, either way.
    void stall(long micros) {
        var until = world.time.nanos() / 1_000 + micros;
        stalledUntil[0] = until;
        stalledUntil[1] = until;
    }

    boolean isCut() {
        return cut;
    }

    void cut() {
        cut = true;
    }
}
