// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Carries bulletins to all nodes, the sender too; loses, repeats, delays and reorders them.
final class BadBus {

    private record Link(int from, int to) {}

    private final Clockwork clock;
    private final Random random;
    private final List<SimNode> nodes = new ArrayList<>();
    private final Map<Link, Long> silentUntil = new HashMap<>();
    private final double loss;

    BadBus(Clockwork clock, Random random, double loss) {
        this.clock = clock;
        this.random = random;
        this.loss = loss;
    }

    void join(SimNode node) {
        nodes.add(node);
    }

    /// Nothing gets from one node to the other for a while.
    void silence(int from, int to, long millis) {
        silentUntil.put(new Link(from, to), clock.now() + millis);
    }

    void publish(SimNode from, Bulletin bulletin) {
        for (var to : nodes) {
            if (passes(from, to)) {
                carry(from, to, bulletin);
                if (random.nextDouble() < loss) {
                    carry(from, to, bulletin);
                }
            }
        }
    }

    private boolean passes(SimNode from, SimNode to) {
        var silent = silentUntil.getOrDefault(new Link(from.index(), to.index()), -1L);
        return !from.isCut() && clock.now() >= silent && random.nextDouble() >= loss;
    }

    private void carry(SimNode from, SimNode to, Bulletin bulletin) {
        var slow = loss > 0 && random.nextInt(20) == 0;
        clock.after(
                slow ? 20 + random.nextInt(200) : 2 + random.nextInt(30),
                () -> {
                    if (!from.isCut() && !to.isCut()) {
                        to.bulletin(from.index(), bulletin);
                    }
                });
    }
}
