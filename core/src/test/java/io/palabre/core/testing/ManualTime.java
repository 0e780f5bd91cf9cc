// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that moves when a test says so.
public final class ManualTime implements Time {

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));

    @Override
    public Instant now() {
        return now.get();
    }

    @Override
    public long nanos() {
        return now().toEpochMilli() * 1_000_000;
    }

    /// Forwards or, as wall clocks do, backwards.
    public void move(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }
}
