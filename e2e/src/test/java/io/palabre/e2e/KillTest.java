// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.e2e.history.Op;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The server is killed in mid-sentence, again and again.
@Tag("slow")
class KillTest {
    @Test
    void three_kills_lose_nothing_double_nothing_and_invent_nothing() throws Exception {
        Scene.play("three-kills", (scene, random) -> killed(scene, random, 3));
    }

    @Test
    void twenty_kills_lose_nothing_double_nothing_and_invent_nothing() throws Exception {
        Scene.play(
                "twenty-kills",
                (scene, random) -> {
                    killed(scene, random, 20);
                    // were all answered in time, the kills would not have hit anything
                    assertThat(scene.history().count(Op.Unknown.class)).isPositive();
                });
    }

    private static void killed(Scene scene, SplittableRandom random, int times) throws Exception {
        var cast = new Cast(scene);
        try (var _ = cast.talk(random)) {
            for (int kill = 1; kill <= times; kill++) {
                cast.awaitAcknowledged(random.nextInt(5, 80));
                if (kill % 3 == 0) cast.guest.leave();
                cast.read();
                Await.pause(Duration.ofNanos(random.nextLong(20_000_000)));
                scene.server().kill9();
                scene.server().start();
                if (kill % 3 == 0) cast.guest.comeBack();
            }
            cast.awaitAcknowledged(20);
        }
        cast.settle();
        var before = cast.logs();
        scene.server().kill9();
        scene.server().start();
        assertThat(cast.logs()).isEqualTo(before);
        cast.holds();
    }
}
