// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForwardedTest {
    private static final Set<String> TRUSTED = Set.of("10.0.0.1", "10.0.0.2");

    @Test
    void nobody_is_believed_unless_trusted() {
        assertThat(seen("192.0.2.7", "198.51.100.1")).isEqualTo("192.0.2.7");
        assertThat(seen("10.0.0.1", "198.51.100.1")).isEqualTo("198.51.100.1");
    }

    @Test
    void what_a_client_made_up_before_the_proxies_does_not_count() {
        assertThat(seen("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2")).isEqualTo("198.51.100.1");
        assertThat(seen("10.0.0.1", "1.1.1.1", "198.51.100.1")).isEqualTo("198.51.100.1");
    }

    @Test
    void what_is_no_address_is_no_source() {
        assertThat(seen("10.0.0.1", "admin")).isEqualTo("10.0.0.1");
        assertThat(seen("10.0.0.1", "2001:db8::1")).isEqualTo("2001:db8::1");
        assertThat(seen("10.0.0.1")).isEqualTo("10.0.0.1");
    }

    private static String seen(String peer, String... forwardedFor) {
        return Forwarded.address(peer, List.of(forwardedFor), TRUSTED);
    }
}
