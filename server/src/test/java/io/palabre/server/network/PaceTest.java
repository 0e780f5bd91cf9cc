// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final Pace<String> pace = new Pace<>(10, 3, nanos::get);

    @Test
    void so_many_pass_at_once_and_then_one_at_a_time() {
        assertThat(passing(5)).isEqualTo(3);
        assertThat(pace.pass("awa")).isEqualTo(Duration.ofMillis(100));
        later(Duration.ofMillis(60));
        assertThat(pace.pass("awa")).isEqualTo(Duration.ofMillis(40));
        later(Duration.ofMillis(40));
        assertThat(passing(5)).isOne();
        later(Duration.ofSeconds(9));
        assertThat(passing(5)).isEqualTo(3);
    }

    @Test
    void one_does_not_wait_for_another() {
        assertThat(passing(5)).isEqualTo(3);
        assertThat(pace.pass("ibrahim")).isZero();
    }

    private int passing(int attempts) {
        int passed = 0;
        for (int i = 0; i < attempts; i++) if (pace.pass("awa").isZero()) passed++;
        return passed;
    }

    private void later(Duration by) {
        nanos.addAndGet(by.toNanos());
    }
}
