// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A data folder that this program cannot work in; the message says which and why, to people.
public sealed class UnusableDataFolder extends RuntimeException {

    private UnusableDataFolder(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// Another process works in it.
    public static final class InUse extends UnusableDataFolder {
        InUse(Path folder) {
            super("The data folder " + folder + " is in use by another process.", null);
        }
    }

    /// It cannot be made or written.
    public static final class NotWritable extends UnusableDataFolder {
        NotWritable(Path folder, Throwable cause) {
            super(
                    "The data folder %s cannot be written%s.".formatted(folder, reason(cause)),
                    cause);
        }

        private static String reason(Throwable cause) {
            return cause instanceof FileSystemException refused && refused.getReason() != null
                    ? ": " + refused.getReason()
                    : "";
        }
    }

    /// A newer version of this program has worked in it.
    public static final class TooNew extends UnusableDataFolder {
        TooNew(Path folder, int found, int known) {
            super(
                    "The data folder %s is from a newer version: its schema is %d, this one knows %d."
                            .formatted(folder, found, known),
                    null);
        }
    }

    /// It is on another machine's disk, where locks and syncs cannot be trusted.
    public static final class Remote extends UnusableDataFolder {
        Remote(Path folder, String type) {
            super(
                    "The data folder %s is on a network file system (%s); use a local disk."
                            .formatted(folder, type),
                    null);
        }
    }

    /// What is in it is not a store of this program, or is damaged.
    public static final class NotAStore extends UnusableDataFolder {
        NotAStore(Path file, Throwable cause) {
            super("The file " + file + " cannot be read: " + cause.getMessage(), cause);
        }
    }
}
