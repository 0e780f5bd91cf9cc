// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whole clusters under faults. `-Dpalabre.runs=N` runs more, `-Dpalabre.seed=N` starts elsewhere.
/// Seeds that ever failed are in the regressions file and run first.
class SimulationTest {

    private static final Path REGRESSIONS =
            Path.of("src", "test", "resources", "presence-regressions.txt");
    private static final int RUNS = Integer.getInteger("palabre.runs", 300);
    private static final long FIRST = Long.getLong("palabre.seed", 0);

    /// In so many runs every mistake shows; the rarest about once in fifty.
    private static final int BUDGET = Math.max(RUNS, 1_000);

    @Test
    void seeds_that_failed_once_do_not_fail_again() throws IOException {
        for (var line : Files.readAllLines(REGRESSIONS)) {
            if (!line.startsWith("#")) {
                var seed = Long.parseLong(line.strip());
                assertThat(Simulation.run(seed, Plant.NOTHING)).as("seed %d", seed).isEmpty();
            }
        }
    }

    @Test
    void what_is_shown_stays_within_the_bounds_whatever_the_faults() {
        for (var seed = FIRST; seed < FIRST + RUNS; seed++) {
            var wrong = Simulation.run(seed, Plant.NOTHING);
            if (!wrong.isEmpty()) {
                keep(seed);
            }
            assertThat(wrong).as("seed %d", seed).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
    void a_planted_mistake_is_caught(Plant plant) {
        var caught =
                LongStream.range(0, BUDGET)
                        .filter(seed -> !Simulation.run(seed, plant).isEmpty())
                        .findFirst();
        assertThat(caught).as("a seed that catches %s", plant).isPresent();
    }

    @Test
    void the_same_seed_is_the_same_run() {
        var once = Simulation.run(7, Plant.NO_NODE_LEASE);
        var again = Simulation.run(7, Plant.NO_NODE_LEASE);
        assertThat(once).isNotEmpty().isEqualTo(again);
    }

    private static void keep(long seed) {
        try {
            Files.write(
                    REGRESSIONS,
                    List.of(Long.toString(seed)),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.APPEND);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
