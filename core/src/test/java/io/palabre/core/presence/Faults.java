// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import java.util.HashMap;
import java.util.Map;

/// What happens to nodes and to the bus.
final class Faults {

    private static final long CALM = 70_000;

    /// Two troubles closer than this are one to the others, who hear nothing in between.
    private static final long HEARD_AGAIN = 2_000;

    private final Simulation world;
    private final Map<Integer, Long> calmAfter = new HashMap<>();

    Faults(Simulation world) {
        this.world = world;
    }

    void begin() {
        world.clock.after(
                3_000 + world.random.nextInt(9_000),
                () -> {
                    if (world.clock.now() < CALM) {
                        strike(world.nodes.get(world.random.nextInt(Simulation.NODES)));
                        begin();
                    }
                });
    }

    private void strike(SimNode node) {
        var now = world.clock.now();
        if (node.isTroubled() || now < calmAfter.getOrDefault(node.index(), 0L)) {
            return;
        }
        switch (world.random.nextInt(6)) {
            case 0 -> kill(node, 500 + world.random.nextInt(12_000));
            case 1 -> pause(node, 500 + world.random.nextInt(24_500));
            case 2 -> cut(node, 500 + world.random.nextInt(14_500));
            default -> {
                var from = world.random.nextInt(Simulation.NODES);
                world.bus.silence(from, node.index(), 200 + world.random.nextInt(600));
            }
        }
    }

    void kill(SimNode node, long millis) {
        note(Truth.Fault.KILL, node, 1);
        node.kill();
        world.clock.after(millis, node::start);
    }

    void pause(SimNode node, long millis) {
        note(Truth.Fault.PAUSE, node, millis);
        node.pause();
        world.clock.after(millis, node::resume);
    }

    void cut(SimNode node, long millis) {
        note(Truth.Fault.CUT, node, millis);
        node.cut(true);
        world.clock.after(millis, () -> node.cut(false));
    }

    private void note(Truth.Fault fault, SimNode node, long millis) {
        var now = world.clock.now();
        var span = new Span(now, now + millis);
        world.truth.troubles.add(new Truth.Trouble(fault, node.index(), span));
        calmAfter.put(node.index(), now + millis + HEARD_AGAIN);
    }
}
