// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What Linux says of a process.
final class Host {
    private static final long PAGE = 4_096;

    private Host() {}

    /// How many files and sockets it has open.
    static long descriptors(long pid) {
        try (var all = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return all.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How much memory it holds, in bytes.
    static long resident(long pid) {
        try {
            var figures = Files.readString(Path.of("/proc", Long.toString(pid), "statm"));
            var begins = figures.indexOf(' ') + 1;
            return Long.parseLong(figures, begins, figures.indexOf(' ', begins), 10) * PAGE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
