// SPDX-License-Identifier: Apache-2.0
package io.palabre.core;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// The clocks of this machine.
public final class SystemTime implements Time {

    private final InstantSource wall = InstantSource.system();

    @Override
    public Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
