// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.log.Unavailable;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells faults of the disk or the file from faults of a single piece of work.
final class StoreFault {

    /// Primary result codes of SQLite.
    private static final int BUSY = 5;

    private static final int NO_MEMORY = 7;
    private static final int READ_ONLY = 8;
    private static final int IO_ERROR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int NOT_A_DATABASE = 26;
    private static final Set<Integer> CODES =
            Set.of(
                    BUSY,
                    NO_MEMORY,
                    READ_ONLY,
                    IO_ERROR,
                    CORRUPT,
                    FULL,
                    CANNOT_OPEN,
                    NOT_A_DATABASE);

    private StoreFault() {}

    static boolean isIn(Exception e) {
        return e instanceof SQLException sql && CODES.contains(sql.getErrorCode() & 0xff);
    }

    /// What the one who waits for something read is told: nothing was changed in any case.
    static Exception ofReading(Exception e) {
        return isIn(e) ? Unavailable.notDone("the store cannot be read: " + e.getMessage(), e) : e;
    }

    /// What the one who waits is told. A fault of the program stays one.
    static RuntimeException toCaller(@Nullable Throwable cause) {
        return switch (cause) {
            case Unavailable unavailable -> unavailable;
            case SQLException e when isIn(e) -> Unavailable.undecided("the store has failed", e);
            case null, default -> new IllegalStateException("a fault in the store", cause);
        };
    }
}
