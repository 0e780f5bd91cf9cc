// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.faults;

import java.io.IOException;
import java.util.List;

/// Lets a running process write no file beyond a size (`RLIMIT_FSIZE`), which to it is a disk that
/// fails: it needs no rights and no mount, and heals at once.
public final class FullDisk implements AutoCloseable {
    private static final String TOOL = "prlimit";

    private final long pid;

    private FullDisk(long pid) {
        this.pid = pid;
    }

    /// Whether this machine can do it.
    public static boolean possible() {
        try {
            return call(List.of(TOOL, "--version")) == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// From now on no file of it grows beyond its first bytes.
    public static FullDisk of(long pid) throws IOException {
        limit(pid, "4096:unlimited");
        return new FullDisk(pid);
    }

    @Override
    public void close() throws IOException {
        limit(pid, "unlimited:unlimited");
    }

    private static void limit(long pid, String bytes) throws IOException {
        if (call(List.of(TOOL, "--pid", Long.toString(pid), "--fsize=" + bytes)) != 0) {
            throw new IOException(TOOL + " refused");
        }
    }

    private static int call(List<String> command) throws IOException {
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
