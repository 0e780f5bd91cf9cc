// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/// What a load did: operations (deliveries, round trips, connects), in what time, and each one's
/// latency in µs.
public record Tally(long operations, Duration took, Histogram latency) {

    /// an empty histogram of µs, up to ten minutes.
    public static Histogram micros() {
        return new Histogram(600_000_000, 3);
    }
}
