// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.testing;

import io.palabre.core.SystemTime;
import io.palabre.core.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// The clocks of the machine, which a test puts forward. What waits on a thread does not notice;
/// the next thing that comes in does.
public final class MovableTime implements Time {
    private final Time machine = new SystemTime();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public void move(Duration by) {
        ahead.updateAndGet(before -> before.plus(by));
    }

    @Override
    public Instant now() {
        return machine.now().plus(ahead.get());
    }

    @Override
    public long nanos() {
        return machine.nanos() + ahead.get().toNanos();
    }
}
