// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.log;

import org.jspecify.annotations.Nullable;

/// The store could not do it, through no fault of the request.
public final class Unavailable extends RuntimeException {

    private final boolean undecided;

    private Unavailable(String message, boolean undecided, @Nullable Throwable cause) {
        super(message, cause);
        this.undecided = undecided;
    }

    /// It certainly did not happen; asking again later is safe in every case.
    public static Unavailable notDone(String message) {
        return new Unavailable(message, false, null);
    }

    /// The same, for this reason.
    public static Unavailable notDone(String message, Throwable cause) {
        return new Unavailable(message, false, cause);
    }

    /// It may have happened or not: nobody knows, and no acknowledgement may be sent.
    public static Unavailable undecided(String message, Throwable cause) {
        return new Unavailable(message, true, cause);
    }

    /// Whether it may have happened all the same.
    public boolean undecided() {
        return undecided;
    }
}
