// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.demo;

import io.palabre.core.Time;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A clock whose hands can be put to a moment of the past.
public final class PastTime implements Time {
    private final Time real;
    private volatile @Nullable Instant set;

    public PastTime(Time real) {
        this.real = real;
    }

    /// It is this moment, until it is another; never later than it really is.
    void set(Instant moment) {
        var latest = real.now();
        set = moment.isAfter(latest) ? latest : moment;
    }

    /// It is what it is again.
    void letGo() {
        set = null;
    }

    /// The real moment.
    Instant present() {
        return real.now();
    }

    @Override
    public Instant now() {
        var moment = set;
        return moment == null ? real.now() : moment;
    }

    @Override
    public long nanos() {
        return real.nanos();
    }
}
