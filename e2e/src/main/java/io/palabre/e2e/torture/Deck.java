// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Deals faults so that each comes once before any comes again, and counts them.
final class Deck {
    private final SplittableRandom random;
    private final List<Fault> possible;
    private final List<Fault> left = new ArrayList<>();
    private final Map<Fault, Integer> dealt = new EnumMap<>(Fault.class);

    Deck(SplittableRandom random, List<Fault> possible) {
        this.random = random;
        this.possible = List.copyOf(possible);
    }

    Fault next() {
        if (left.isEmpty()) left.addAll(possible);
        return left.remove(random.nextInt(left.size()));
    }

    /// It has happened.
    void count(Fault fault) {
        dealt.merge(fault, 1, Integer::sum);
    }

    int times(Fault fault) {
        return dealt.getOrDefault(fault, 0);
    }

    int all() {
        return dealt.values().stream().mapToInt(Integer::intValue).sum();
    }
}
