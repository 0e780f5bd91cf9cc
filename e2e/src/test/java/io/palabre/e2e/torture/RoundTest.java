// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.e2e.Scene;
import io.palabre.e2e.history.Invariant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A little of what `./palabre torture` does for long.
@Tag("slow")
class RoundTest {
    private static final List<Fault> FAULTS =
            List.of(Fault.KILL_IN_FLIGHT, Fault.SWALLOW, Fault.STALL, Fault.CUT, Fault.DISK_FULL);

    @Test
    void a_round_of_faults_breaks_no_promise() throws Exception {
        Scene.play(
                "round",
                (scene, random) -> {
                    var possible = FAULTS.stream().filter(f -> f.impossible().isEmpty()).toList();
                    var deck = new Deck(new SplittableRandom(1), possible);
                    var run = new Round(scene, random, deck).play();
                    assertThat(Invariant.allViolations(run)).isEmpty();
                    assertThat(possible).allSatisfy(f -> assertThat(deck.count(f, 0)).isPositive());
                });
    }

    @Test
    void files_survive_kills_in_mid_upload() throws Exception {
        Scene.play(
                "upload",
                (scene, random) -> assertThat(new Apart(scene, random).upload()).isEmpty());
    }

    @Test
    void a_restored_backup_is_told_to_all() throws Exception {
        Scene.play(
                "restore",
                (scene, random) -> assertThat(new Apart(scene, random).restore()).isEmpty());
    }
}
