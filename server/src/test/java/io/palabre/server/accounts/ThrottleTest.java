// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.server.config.Bounds;
import io.palabre.server.refusal.Refused;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final Bounds BOUNDS = new Bounds(Set.of("192.0.2.77"), 20, 50, 200, 20, 3, 20);

    private final AtomicLong ticker = new AtomicLong();
    private final Throttle throttle = new Throttle(BOUNDS, ticker::get);

    @Test
    void an_address_that_is_throttled_counts_against_no_account() {
        for (int i = 0; i < 20; i++) throttle.attempt("somebody" + i, "192.0.2.1");
        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() -> throttle.attempt("victim", "192.0.2.1"))
                    .isInstanceOf(Refused.class);
        }
        assertThatNoException().isThrownBy(() -> throttle.attempt("victim", "192.0.2.2"));
    }

    @Test
    void all_addresses_of_an_ipv6_network_count_as_one() {
        for (int i = 0; i < 20; i++) throttle.attempt("somebody" + i, "2001:db8:1:2::" + i);
        assertThatThrownBy(() -> throttle.attempt("another", "2001:db8:1:2:3:4:5:6"))
                .isInstanceOf(Refused.class);
        assertThatNoException().isThrownBy(() -> throttle.attempt("another", "2001:db8:1:3::1"));
    }

    @Test
    void of_a_name_of_any_length_only_the_beginning_is_remembered() {
        var long64 = "x".repeat(64);
        for (int i = 0; i < 5; i++) throttle.attempt(long64 + i, "192.0.2." + i);
        assertThatThrownBy(() -> throttle.attempt(long64 + "another", "192.0.2.99"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void who_is_refused_is_told_how_long() {
        for (int i = 0; i < 5; i++) throttle.attempt("awa", "192.0.2." + i);
        ticker.addAndGet(Duration.ofMinutes(5).toNanos());
        assertThatThrownBy(() -> throttle.attempt("awa", "192.0.2.99"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> {
                            assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(10));
                            assertThat(refused.detail()).isEqualTo("Try again in 10 minutes.");
                        });
        ticker.addAndGet(Duration.ofMinutes(11).toNanos());
        assertThatNoException().isThrownBy(() -> throttle.attempt("awa", "192.0.2.99"));
    }

    @Test
    void an_address_makes_so_many_accounts_in_an_hour_unless_it_is_exempt() {
        for (int i = 0; i < 3; i++) throttle.register("192.0.2.1");
        assertThatThrownBy(() -> throttle.register("192.0.2.1")).isInstanceOf(Refused.class);
        assertThatNoException().isThrownBy(() -> throttle.register("192.0.2.2"));
        for (int i = 0; i < 9; i++) throttle.register("192.0.2.77");
        ticker.addAndGet(Duration.ofMinutes(61).toNanos());
        assertThatNoException().isThrownBy(() -> throttle.register("192.0.2.1"));
    }
}
