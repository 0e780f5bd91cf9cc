// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.palabre.server.refusal.Refused;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a password costs. Rows are those of docs/security.md.
class PasswordHashesTest {
    private static final int ROUNDS = 9;

    /// The time of the processor, which does not depend on what else the machine does.
    @Test
    void an_unknown_name_costs_as_much_as_a_wrong_password_row_1() {
        var hashes = new PasswordHashes(1);
        var stored = hashes.hash("correct horse battery");
        cost(hashes, stored);
        cost(hashes, null);
        long wrong = least(hashes, stored);
        long unknown = least(hashes, null);
        assertThat((double) unknown / wrong).isBetween(0.75, 1.33);
    }

    private static long least(PasswordHashes hashes, @Nullable String stored) {
        return LongStream.range(0, ROUNDS).map(_ -> cost(hashes, stored)).min().orElseThrow();
    }

    private static long cost(PasswordHashes hashes, @Nullable String stored) {
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        assertThat(hashes.matches("something else", stored)).isFalse();
        return threads.getCurrentThreadCpuTime() - begun;
    }

    @Test
    void no_more_are_computed_at_once_than_there_is_room_for_row_10() throws Exception {
        var hashes = new PasswordHashes(3, Duration.ofMinutes(1));
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var together = new CountDownLatch(3);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 30)
                    .forEach(_ -> threads.execute(() -> work(hashes, inside, most, together)));
        }
        assertThat(most).hasValue(3);
    }

    private static void work(
            PasswordHashes hashes, AtomicInteger inside, AtomicInteger most, CountDownLatch all) {
        hashes.withRoom(
                () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    all.countDown();
                    assertThat(awaited(all)).isTrue();
                    return inside.decrementAndGet();
                });
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void who_finds_no_room_is_told_to_try_later_row_10() {
        var full = new PasswordHashes(0, Duration.ofMillis(20));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> full.hash("correct horse battery"))
                .satisfies(
                        refused -> {
                            assertThat(refused.problem().code()).isEqualTo("try_later");
                            assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(20));
                        });
    }
}
