// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    private final Intervals intervals =
            new Intervals(List.of(new Interval(3, 5), new Interval(8, Interval.OPEN)));

    @Test
    void they_contain_their_ends() {
        assertThat(List.of(2L, 3L, 5L, 6L, 8L, 1_000L).stream().filter(intervals::contains))
                .containsExactly(3L, 5L, 8L, 1_000L);
    }

    @Test
    void a_part_of_them_is_cut_at_both_ends() {
        assertThat(intervals.within(4, 9))
                .isEqualTo(new Intervals(List.of(new Interval(4, 5), new Interval(8, 9))));
        assertThat(intervals.within(6, 7).none()).isTrue();
    }

    @Test
    void their_first_numbers_are_cut_off_where_enough_are_counted() {
        assertThat(intervals.first(2)).isEqualTo(new Intervals(List.of(new Interval(3, 4))));
        assertThat(intervals.first(3)).isEqualTo(new Intervals(List.of(new Interval(3, 5))));
        assertThat(intervals.first(5))
                .isEqualTo(new Intervals(List.of(new Interval(3, 5), new Interval(8, 9))));
        assertThat(intervals.first(0).none()).isTrue();
    }

    @Test
    void they_are_counted_up_to_a_head() {
        assertThat(intervals.count(10)).isEqualTo(6);
        assertThat(intervals.count(4)).isEqualTo(2);
        assertThat(intervals.count(0)).isZero();
    }
}
