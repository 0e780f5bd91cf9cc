// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.benchmarks;

import io.palabre.bench.load.Tally;
import io.palabre.bench.report.Median;
import io.palabre.bench.report.Table;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/// The samples of one contender in one contest.
record Series(String name, List<Sample> samples) {

    /// What stands in for a contender that is not there.
    static Series absent(String name) {
        return new Series(name, List.of());
    }

    double serverMicros() {
        return median(Sample::serverPerOperation).value();
    }

    double perSecond() {
        return median(Sample::perSecond).value();
    }

    /// Of all rounds together; NaN when there were none.
    double p99Millis() {
        return samples.isEmpty() ? Double.NaN : latency().getValueAtPercentile(99) / 1000.0;
    }

    static List<Table.Column> columns(String operation, String reference) {
        return List.of(
                Table.Column.figure("server µs/" + operation, 2),
                Table.Column.detail("±", 0, " %"),
                Table.Column.detail("generator µs", 2, ""),
                Table.Column.figure(operation + "/s", 0),
                Table.Column.detail("p50 ms", 2, ""),
                Table.Column.figure("p99 ms", 2),
                Table.Column.ratio("CPU of " + reference));
    }

    Table.Row row(Series reference) {
        Median server = median(Sample::serverPerOperation);
        Histogram latency = latency();
        return Table.Row.of(
                name,
                server.value(),
                server.spread() * 100,
                median(Sample::generatorPerOperation).value(),
                perSecond(),
                latency.getValueAtPercentile(50) / 1000.0,
                latency.getValueAtPercentile(99) / 1000.0,
                serverMicros() / reference.serverMicros());
    }

    private Histogram latency() {
        Histogram all = Tally.micros();
        samples.forEach(sample -> all.add(sample.tally().latency()));
        return all;
    }

    private Median median(ToDoubleFunction<Sample> figure) {
        if (samples.isEmpty()) return new Median(Double.NaN, Double.NaN);
        return Median.of(samples.stream().mapToDouble(figure).boxed().toList());
    }
}
