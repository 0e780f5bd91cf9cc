// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Table table =
            new Table(
                    "apples",
                    "",
                    List.of(
                            Table.Column.detail("weight", 1, " g"),
                            Table.Column.figure("count", 0),
                            Table.Column.ratio("of a dozen")),
                    List.of(
                            Table.Row.of("Boskoop", 150.25, 1234.0, 102.8333),
                            Table.Row.of("none", Double.NaN, 0.0, Double.NaN)));

    @Test
    void the_median_is_the_middle_and_the_spread_half_the_range() {
        assertThat(Median.of(List.of(30.0, 10.0, 20.0))).isEqualTo(new Median(20, 0.5));
        assertThat(Median.of(List.of(1.0, 2.0, 3.0, 10.0)).value()).isEqualTo(2.5);
        assertThat(Median.of(List.of(0.0))).isEqualTo(new Median(0, 0));
    }

    @Test
    void columns_are_aligned_and_what_is_missing_is_a_dash() {
        assertThat(table.text())
                .isEqualTo(
                        """
                        apples
                                    weight  count  of a dozen
                          Boskoop  150.3 g  1,234     102.83×
                          none           –      0           –
                        """);
    }

    @Test
    void a_goal_says_whether_it_is_met() {
        assertThat(Goal.atMost("cost", 1.2, 1.2)).hasToString("cost ≤ 1.20: 1.20, met");
        assertThat(Goal.atLeast("rate", 2_400, 2_500)).hasToString("rate ≥ 2,500: 2,400, MISSED");
        assertThat(Goal.atMost("cost", Double.NaN, 1)).hasToString("cost ≤ 1.00: not measured");
    }

    @Test
    void a_goal_that_was_not_measured_is_not_met() {
        assertThat(Goal.atMost("cost", Double.NaN, 1).met()).isFalse();
        assertThat(Goal.atLeast("rate", Double.NaN, 1).met()).isFalse();
        assertThat(Goal.atLeast("rate", 2, 1).met()).isTrue();
    }

    @Test
    void rows_for_the_measurements_have_figure_unit_ratio_goal_verdict_command_and_commit() {
        List<Goal> goals =
                List.of(Goal.atMost("cost", 1, 2), Goal.atLeast("harvest", 5, 9).in("kg"));
        Report report = new Report("fruit", "", List.of(table), goals, List.of());
        Machine machine = new Machine("a machine", "a JDK", "abc1234");

        assertThat(report.markdown(machine))
                .containsExactly(
                        "| apples: Boskoop | 1,234 | count | 102.83× of a dozen |  |  | `./palabre bench fruit` | abc1234 |",
                        "| apples: none | 0 | count |  |  |  | `./palabre bench fruit` | abc1234 |",
                        "| fruit, cost |  |  | 1.00 | ≤ 2.00 | met | `./palabre bench fruit` | abc1234 |",
                        "| fruit, harvest | 5.00 | kg |  | ≥ 9.00 | MISSED | `./palabre bench fruit` | abc1234 |");
    }
}
