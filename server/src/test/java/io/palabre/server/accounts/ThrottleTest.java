// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import io.palabre.server.refusal.Refused;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final Throttle throttle = new Throttle(Ticker.systemTicker());

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
}
