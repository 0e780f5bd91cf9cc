// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final Attempts attempts = new Attempts();
    private final AtomicInteger tried = new AtomicInteger();

    private Runnable failing(int times) {
        return () -> {
            if (tried.incrementAndGet() <= times) throw new IllegalStateException("on purpose");
        };
    }

    @Test
    void what_fails_for_a_moment_is_done() throws InterruptedException {
        assertThat(attempts.did(failing(2))).isTrue();
        assertThat(tried).hasValue(3);
    }

    @Test
    void what_fails_on_is_given_up_and_the_next_does_not_wait_until_something_was_done()
            throws InterruptedException {
        assertThat(attempts.did(failing(9))).isFalse();
        assertThat(tried).hasValue(4);
        assertThat(attempts.did(failing(9))).isFalse();
        assertThat(tried).hasValue(5);
        assertThat(attempts.did(failing(5))).isTrue();
        tried.set(0);
        assertThat(attempts.did(failing(2))).isTrue();
    }
}
