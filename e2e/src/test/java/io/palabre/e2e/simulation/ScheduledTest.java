// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.e2e.history.Invariant;
import io.palabre.e2e.history.Violation;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The mistakes that chance finds late, each with the schedule that shows it.
class ScheduledTest {
    private static final int TRIES = 12;

    enum Rare {
        /// A commit fails; its conversation waits for ever.
        ABORT(Plant.LOCK_LEAKED_ON_ABORT),
        /// A message has no answer, the one behind it has, then the line is cut.
        DOUBT(Plant.GO_ON_IN_DOUBT),
        /// Somebody reads to the end and then says again how little they had read.
        READ_BACKWARDS(Plant.READ_MARK_LAST_WRITER_WINS);

        private final Plant shows;

        Rare(Plant shows) {
            this.shows = shows;
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_rules_as_they_are_stand_it(Rare rare) {
        assertThat(
                        LongStream.rangeClosed(1, TRIES)
                                .filter(seed -> !broken(seed, rare, Plant.NOTHING).isEmpty()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_rules_with_their_mistake_do_not(Rare rare) {
        assertThat(LongStream.rangeClosed(1, TRIES).filter(seed -> shows(seed, rare))).isNotEmpty();
    }

    /// Whether a promise is broken that this mistake breaks.
    private static boolean shows(long seed, Rare rare) {
        return broken(seed, rare, rare.shows).stream()
                .map(Violation::invariant)
                .anyMatch(rare.shows.breaks()::contains);
    }

    private static List<Violation> broken(long seed, Rare rare, Plant plant) {
        var world = new Simulation(seed, plant);
        world.clients.forEach(client -> world.time.after(1_000, client::connect));
        schedule(rare).accept(world);
        return Invariant.allViolations(world.finish());
    }

    private static Consumer<Simulation> schedule(Rare rare) {
        return switch (rare) {
            case ABORT, DOUBT -> ScheduledTest::doubt;
            case READ_BACKWARDS -> ScheduledTest::readBackwards;
        };
    }

    private static void doubt(Simulation world) {
        var client = world.clients.getFirst();
        var where = world.conversations.getFirst();
        at(world, 1_000, () -> world.failStore(100_000));
        at(world, 1_001, () -> client.outbox.post(where, true));
        at(world, 1_400, () -> client.outbox.post(where, true));
        at(world, 1_700, () -> client.goAway(100_000));
    }

    private static void readBackwards(Simulation world) {
        var client = world.clients.getFirst();
        var where = world.conversations.getFirst();
        for (var i = 0; i < 5; i++) {
            at(world, 1_000 + i * 50, () -> world.clients.get(2).outbox.post(where, true));
        }
        at(world, 2_000, () -> client.read(where, false));
        at(world, 3_000, () -> client.read(where, true));
    }

    private static void at(Simulation world, long millis, Runnable what) {
        world.time.after(millis * 1_000, what);
    }
}
