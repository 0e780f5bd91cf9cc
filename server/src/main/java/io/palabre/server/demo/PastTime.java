// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.demo;

import io.palabre.core.Time;
import java.time.Instant;

/// A clock whose hands can be put to a moment of the past.
public final class PastTime implements Time {
    private final Time real;
    private volatile Instant now;

    public PastTime(Time real) {
        this.real = real;
        now = real.now();
    }

    /// It is this moment, until it is another; never later than it really is.
    void set(Instant moment) {
        var latest = real.now();
        now = moment.isAfter(latest) ? latest : moment;
    }

    /// The real moment.
    Instant present() {
        return real.now();
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long nanos() {
        return real.nanos();
    }
}
