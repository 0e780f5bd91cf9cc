// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import java.time.Duration;

/// When the next operation begins.
public sealed interface Pace {

    /// For how long operations begin; those begun are waited for.
    Duration window();

    /// As soon as one of `inFlight` is done.
    record Closed(int inFlight, Duration window) implements Pace {}

    /// By the clock, whatever the server does.
    record Open(double perSecond, Duration window) implements Pace {}
}
