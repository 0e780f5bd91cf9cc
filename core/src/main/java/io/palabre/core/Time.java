// SPDX-License-Identifier: Apache-2.0
package io.palabre.core;

import java.time.Instant;

/// The two clocks: what the wall says, and what a stopwatch says.
public interface Time {

    /// The time of day, in whole milliseconds. It may jump, so nothing is measured with it.
    Instant now();

    /// Nanoseconds since some fixed moment; only differences mean anything.
    long nanos();
}
