// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.report;

import java.util.Locale;

/// A named figure to hold.
///
/// @param measured NaN when what it compares with was not there
/// @param unit empty for a ratio
public record Goal(String name, double measured, Bound bound, double limit, String unit) {

    /// On which side of the limit it is well.
    public enum Bound {
        AT_MOST("≤"),
        AT_LEAST("≥");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }
    }

    /// `measured` should be `limit` or less.
    public static Goal atMost(String name, double measured, double limit) {
        return new Goal(name, measured, Bound.AT_MOST, limit, "");
    }

    /// `measured` should be `limit` or more.
    public static Goal atLeast(String name, double measured, double limit) {
        return new Goal(name, measured, Bound.AT_LEAST, limit, "");
    }

    /// The same for a figure that is no ratio.
    public Goal in(String unit) {
        return new Goal(name, measured, bound, limit, unit);
    }

    /// Whether it is one figure over another.
    boolean isRatio() {
        return unit.isEmpty();
    }

    /// What was measured, for people.
    String figure() {
        return Double.isNaN(measured) ? "not measured" : figure(measured);
    }

    /// What it should be, for people.
    String wanted() {
        return bound.sign + " " + figure(limit);
    }

    /// `met`, `MISSED`, or `–` when it was not measured.
    String verdict() {
        if (Double.isNaN(measured)) return "–";
        return met() ? "met" : "MISSED";
    }

    /// Whether it was measured and is well.
    public boolean met() {
        return switch (bound) {
            case AT_MOST -> measured <= limit;
            case AT_LEAST -> measured >= limit;
        };
    }

    @Override
    public String toString() {
        String result = Double.isNaN(measured) ? figure() : "%s, %s".formatted(figure(), verdict());
        return "%s %s: %s".formatted(name, wanted(), result);
    }

    private static String figure(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
