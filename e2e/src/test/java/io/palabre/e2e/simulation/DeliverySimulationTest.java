// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.palabre.e2e.history.History;
import io.palabre.e2e.history.Invariant;
import io.palabre.e2e.history.Op;
import io.palabre.e2e.history.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Random runs of the core: the rules as they are keep every promise, and with one mistake they do
/// not. `-Dsimulation.seeds=N` runs more, `-Dsimulation.from=N` others.
class DeliverySimulationTest {
    private static final int BUDGET = 100;

    @Test
    void the_rules_as_they_are_keep_every_promise() {
        seeds().forEach(DeliverySimulationTest::assertNothingBroken);
    }

    /// Here somebody is let in again between two messages of theirs, and the connection is lost.
    @Test
    void a_seed_that_once_looked_broken_is_not() {
        assertNothingBroken(775542549);
    }

    @Test
    void the_same_seed_is_the_same_run() {
        assertThat(Simulation.run(7, Plant.NOTHING).ops())
                .isEqualTo(Simulation.run(7, Plant.NOTHING).ops());
    }

    @Test
    void the_runs_are_not_tame() {
        var ops =
                LongStream.rangeClosed(1, 20)
                        .boxed()
                        .flatMap(seed -> Simulation.run(seed, Plant.NOTHING).ops().stream())
                        .toList();
        for (var kind :
                List.of(Op.Unknown.class, Op.Again.class, Op.Fail.class, Op.Changed.class)) {
            assertThat(ops).filteredOn(kind::isInstance).hasSizeGreaterThan(4);
        }
        assertThat(ops).hasSizeGreaterThan(20 * 500);
    }

    @Test
    void a_restored_backup_is_told_to_all_who_hold_more() {
        for (long seed = 1; seed <= 30; seed++) {
            assertThat(otherPast(seed, Plant.NOTHING)).as("seed %d", seed).isEmpty();
        }
        assertThat(
                        LongStream.rangeClosed(1, 10)
                                .filter(
                                        seed ->
                                                !otherPast(seed, Plant.EPOCH_KEPT_AFTER_RESTORE)
                                                        .isEmpty())
                                .count())
                .isPositive();
    }

    /// The promises that another past leaves standing.
    private static List<Violation> otherPast(long seed, Plant plant) {
        return Invariant.violationsAfterRestore(Simulation.restored(seed, plant));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NOTHING", "EPOCH_KEPT_AFTER_RESTORE"})
    void a_mistake_is_found(Plant plant) {
        for (long seed = 1; seed <= BUDGET; seed++) {
            var broken =
                    violations(seed, plant).stream()
                            .map(Violation::invariant)
                            .collect(Collectors.toSet());
            if (broken.stream().anyMatch(plant.breaks()::contains)) {
                System.out.printf("%s: found by seed %d, %s%n", plant, seed, broken);
                return;
            }
        }
        fail("%s was not found in %d runs", plant, BUDGET);
    }

    /// A seed that fails is printed with its name, and its history is kept.
    private static void assertNothingBroken(long seed) {
        var run = Simulation.run(seed, Plant.NOTHING);
        var broken = Invariant.allViolations(run);
        if (broken.isEmpty()) return;
        var file = Path.of("target", "simulation-seed-%d.jsonl".formatted(seed)).toAbsolutePath();
        try {
            var history = new History();
            run.ops().forEach(history::add);
            history.dump(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fail("seed %d, kept in %s: %s", seed, file, broken);
    }

    private static List<Violation> violations(long seed, Plant plant) {
        return Invariant.allViolations(Simulation.run(seed, plant));
    }

    private static LongStream seeds() {
        long from = Long.getLong("simulation.from", 1);
        return LongStream.range(from, from + Long.getLong("simulation.seeds", 100));
    }
}
