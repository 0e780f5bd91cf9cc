// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what becomes true by itself, and says what it was when it does not.
public final class Await {
    private static final long LOOK_AGAIN_MILLIS = 5;

    private Await() {}

    /// Returns as soon as the condition holds.
    public static void until(String what, Duration within, BooleanSupplier condition) {
        until(() -> what, within, condition);
    }

    /// The same, with words that are found when it is too late.
    public static void until(Supplier<String> what, Duration within, BooleanSupplier condition) {
        if (!comes(within, condition)) {
            throw new AssertionError(
                    "not within %d ms: %s".formatted(within.toMillis(), what.get()));
        }
    }

    /// Whether the condition came to hold in time.
    public static boolean comes(Duration within, BooleanSupplier condition) {
        var deadline = System.nanoTime() + within.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) return false;
            pause(Duration.ofMillis(LOOK_AGAIN_MILLIS));
        }
        return true;
    }

    /// Lets time pass where the time itself is the subject: the pace of a load, the length of a
    /// fault.
    public static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
