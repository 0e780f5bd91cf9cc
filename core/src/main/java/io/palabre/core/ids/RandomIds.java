// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.ids;

import io.palabre.core.Time;
import java.util.random.RandomGenerator;

/// Names made of the time and chance.
public final class RandomIds implements Ids {

    private final Time time;
    private final RandomGenerator random;

    /// @param random for production a secure one, that several threads may ask at once
    public RandomIds(Time time, RandomGenerator random) {
        this.time = time;
        this.random = random;
    }

    @Override
    public Ulid next() {
        var sixteenBits = random.nextLong() & 0xFFFF;
        return new Ulid(time.now().toEpochMilli() << 16 | sixteenBits, random.nextLong());
    }
}
