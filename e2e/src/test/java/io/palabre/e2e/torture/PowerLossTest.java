// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.palabre.e2e.Scene;
import io.palabre.e2e.history.Invariant;
import io.palabre.e2e.history.Violation;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A server is recorded, and its power cut again and again out of the recording.
@Tag("slow")
class PowerLossTest {
    private static final int TIMES = 12;

    @Test
    void what_was_promised_is_on_the_disk_and_without_its_syncs_it_would_not_be() throws Exception {
        var why = Fault.POWER_LOSS.impossible();
        assumeTrue(why.isEmpty(), () -> Fault.POWER_LOSS.words() + ": " + why.orElseThrow());
        Scene.play(
                "power-loss",
                new SplittableRandom().nextLong(1_000_000),
                folder -> Apart.under(Fault.POWER_LOSS, folder),
                (scene, random) -> {
                    var recorded = new Apart(scene, random).recorded();
                    assertThat(recorded.cut(random, TIMES)).isEmpty();
                    assertThat(
                                    recorded.cut(
                                            random,
                                            TIMES,
                                            file -> !file.endsWith("palabre.db-wal")))
                            .extracting(Violation::invariant)
                            .contains(Invariant.I1);
                });
    }
}
