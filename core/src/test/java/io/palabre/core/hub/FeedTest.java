// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedTest {

    private final Feed feed = new Feed(41);

    @Test
    void the_next_is_told() {
        assertThat(feed.offered(42)).isEqualTo(Feed.Step.TELL);
    }

    @Test
    void what_was_told_is_not_told_again() {
        assertThat(feed.offered(41)).isEqualTo(Feed.Step.IGNORE);
        assertThat(feed.offered(1)).isEqualTo(Feed.Step.IGNORE);
    }

    @Test
    void a_gap_is_caught_up_from_the_log() {
        assertThat(feed.offered(43)).isEqualTo(Feed.Step.CATCH_UP);
    }
}
