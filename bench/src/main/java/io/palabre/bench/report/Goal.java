// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.report;

import java.util.Locale;

/// A named ratio to hold.
///
/// @param measured NaN when what it compares with was not there
public record Goal(String name, double measured, Bound bound, double limit) {

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
        return new Goal(name, measured, Bound.AT_MOST, limit);
    }

    /// `measured` should be `limit` or more.
    public static Goal atLeast(String name, double measured, double limit) {
        return new Goal(name, measured, Bound.AT_LEAST, limit);
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
        String verdict =
                Double.isNaN(measured)
                        ? "not measured"
                        : "%s, %s".formatted(figure(measured), met() ? "met" : "MISSED");
        return "%s %s %s: %s".formatted(name, bound.sign, figure(limit), verdict);
    }

    private static String figure(double value) {
        return value >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
