// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What Linux says of a process.
final class Host {
    private Host() {}

    /// How many files and sockets it has open.
    static long descriptors(long pid) {
        try (var all = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return all.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
