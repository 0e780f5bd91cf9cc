// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.report;

import java.util.List;

/// The middle of a few figures, and how far they lie apart.
public record Median(double value, double spread) {

    /// Of at least one figure; `spread` is half the range over the median.
    public static Median of(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        double middle =
                sorted.size() % 2 == 1
                        ? sorted.get(half)
                        : (sorted.get(half - 1) + sorted.get(half)) / 2;
        double range = sorted.getLast() - sorted.getFirst();
        return new Median(middle, middle == 0 ? 0 : range / 2 / Math.abs(middle));
    }
}
