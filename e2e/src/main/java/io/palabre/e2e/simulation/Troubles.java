// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.simulation;

import java.time.Duration;
import java.util.function.Consumer;

/// What happens to lines, to the process, to the disk and to the clock on the wall.
final class Troubles {
    private final Simulation world;

    Troubles(Simulation world) {
        this.world = world;
    }

    void begin() {
        world.time.after(
                200_000 + world.random.nextInt(1_200_000),
                () -> {
                    if (!world.inTrouble()) return;
                    strike();
                    begin();
                });
    }

    private void strike() {
        switch (world.random.nextInt(7)) {
            case 0, 1 -> world.kill(50_000 + world.random.nextInt(800_000));
            case 2 -> world.failStore(100_000 + world.random.nextInt(600_000));
            case 3 -> world.time.step(Duration.ofSeconds(world.random.nextInt(7_200) - 3_600));
            case 4 -> onLine(line -> line.stall(world.random.nextInt(3_000_000)));
            default -> onLine(Line::cut);
        }
    }

    private void onLine(Consumer<Line> what) {
        var client = world.clients.get(world.random.nextInt(world.clients.size()));
        var line = client.line();
        if (line != null) what.accept(line);
    }
}
