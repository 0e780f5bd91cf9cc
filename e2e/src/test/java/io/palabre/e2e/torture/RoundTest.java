// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.palabre.e2e.Scene;
import io.palabre.e2e.history.Invariant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A little of what `./palabre torture` does for long; what this machine cannot do is skipped, with
/// the reason.
@Tag("slow")
class RoundTest {
    static Stream<List<Fault>> rounds() {
        return Stream.of(
                List.of(Fault.SWALLOW, Fault.STALL, Fault.CUT, Fault.KILL_IN_FLIGHT),
                List.of(Fault.KILL_BEFORE_WRITE, Fault.KILL_BEFORE_ANSWER),
                List.of(Fault.KILL_BEFORE_DELIVERY, Fault.CLOCK),
                List.of(Fault.DISK_FULL),
                List.of(Fault.DISK_ERROR, Fault.DISK_SLOW, Fault.KILL_BEFORE_SYNC));
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void a_round_of_faults_breaks_no_promise(List<Fault> faults) throws Exception {
        faults.forEach(RoundTest::assumePossible);
        Scene.play(
                "round",
                (scene, random) -> {
                    var deck = new Deck(new SplittableRandom(1), faults);
                    var run = new Round(scene, random, deck).play(faults.size());
                    assertThat(Invariant.allViolations(run)).isEmpty();
                    assertThat(faults).allSatisfy(f -> assertThat(deck.times(f)).isPositive());
                });
    }

    static Stream<Fault> apart() {
        return Arrays.stream(Fault.values()).filter(Fault::apart);
    }

    @ParameterizedTest
    @MethodSource("apart")
    void a_fault_with_a_scene_of_its_own_breaks_no_promise(Fault fault) throws Exception {
        assumePossible(fault);
        Scene.play(
                fault.name(),
                new SplittableRandom().nextLong(1_000_000),
                folder -> Apart.under(fault, folder),
                (scene, random) -> assertThat(new Apart(scene, random).play(fault)).isEmpty());
    }

    private static void assumePossible(Fault fault) {
        var why = fault.impossible();
        assumeTrue(why.isEmpty(), () -> fault.words() + ": " + why.orElseThrow());
    }
}
