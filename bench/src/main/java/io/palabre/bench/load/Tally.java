// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/// What a load did: operations (deliveries, round trips, connects), in what time, and each one's
/// latency in µs.
public record Tally(long operations, Duration took, Histogram latency) {

    /// An empty histogram of µs, up to a minute.
    public static Histogram micros() {
        return new Histogram(60_000_000, 3);
    }
}
