// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How many sockets a process may hold. The JVM raises its soft limit to the hard one, and its
/// children inherit that.
public final class OpenFiles {

    private OpenFiles() {}

    /// The limit of this process.
    public static long limit() throws IOException {
        return soft(Files.readAllLines(Path.of("/proc/self/limits")));
    }

    /// Fails when this process may not hold so many.
    public static void need(long files) throws IOException {
        long most = limit();
        if (most < files) {
            throw new IOException(
                    "a process may open %,d files here, and this needs %,d: raise it with ulimit -n"
                            .formatted(most, files));
        }
    }

    /// The soft limit in the lines of `/proc/PID/limits`.
    static long soft(List<String> lines) {
        for (String line : lines) {
            if (!line.startsWith("Max open files")) continue;
            String soft = line.split("\\s+", -1)[3];
            return soft.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(soft);
        }
        return Long.MAX_VALUE;
    }
}
