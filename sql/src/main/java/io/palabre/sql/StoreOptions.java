// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.SystemTime;
import io.palabre.core.Time;
import io.palabre.core.conversations.Limits;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/// How a store is run.
///
/// @param random where ids and keys come from; several threads ask it at once
/// @param readers how many threads read
public record StoreOptions(
        Time time, RandomGenerator random, Limits limits, int readers, StoreWatch watch) {

    /// This machine's clock, secure randomness, a reader for each processor but at least two.
    public static StoreOptions standard() {
        return new StoreOptions(
                new SystemTime(),
                new SecureRandom(),
                Limits.standard(),
                Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8),
                StoreWatch.none());
    }

    public StoreOptions watchedBy(StoreWatch other) {
        return new StoreOptions(time, random, limits, readers, other);
    }
}
