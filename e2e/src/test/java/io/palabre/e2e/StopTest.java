// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The server is asked to stop while everybody talks.
@Tag("slow")
class StopTest {
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    @Test
    void a_stop_under_load_is_quick_and_keeps_what_was_acknowledged() throws Exception {
        Scene.play(
                "stop",
                (scene, random) -> {
                    var cast = new Cast(scene);
                    try (var _ = cast.talk(random)) {
                        cast.awaitAcknowledged(50);
                        assertThat(scene.server().terminate(AT_MOST)).isZero();
                        scene.server().start();
                        cast.awaitAcknowledged(20);
                    }
                    cast.holds();
                });
    }
}
