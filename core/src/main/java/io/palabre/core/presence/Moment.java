// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.Time;
import java.time.Duration;
import java.time.Instant;

/// A point in time on both clocks.
///
/// @param millis what the stopwatch says; all durations are measured with it
/// @param wall the time of day, for what people read
public record Moment(long millis, Instant wall) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    public static Moment of(Time time) {
        return new Moment(time.nanos() / NANOS_PER_MILLI, time.now());
    }

    /// The time of day when the stopwatch said this.
    Instant wallAt(long earlierMillis) {
        return wall.minusMillis(millis - earlierMillis);
    }

    Duration since(long earlierMillis) {
        return Duration.ofMillis(millis - earlierMillis);
    }
}
