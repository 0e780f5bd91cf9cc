// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.e2e.history.Op;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The server's clock stands still while the world goes on.
@Tag("slow")
class PauseTest {
    private static final Duration LENGTH = Duration.ofSeconds(3);

    @Test
    void three_seconds_of_standstill_lose_nothing() throws Exception {
        Scene.play(
                "pause",
                (scene, random) -> {
                    var cast = new Cast(scene);
                    try (var _ = cast.talk(random)) {
                        cast.awaitAcknowledged(30);
                        scene.server().pause();
                        Await.pause(LENGTH);
                        scene.server().resume();
                        cast.awaitAcknowledged(30);
                    }
                    cast.holds();
                    assertThat(scene.history().count(Op.Unknown.class)).isPositive();
                });
    }
}
