// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.faults;

import io.palabre.e2e.Await;
import io.palabre.e2e.process.Leash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// `strace`, which stands between a running process and the kernel and makes its disk slow, or
/// fail, or the last thing that it ever touched. Closed, it lets go and the disk is well again.
public final class Tracer implements AutoCloseable {
    private static final String TOOL = "strace";
    private static final String SYNCS = "fsync,fdatasync";
    private static final Duration TO_ATTACH = Duration.ofSeconds(20);

    private final Process process;
    private final Leash leash;

    private Tracer(long pid, String calls, String effect) throws IOException {
        var said = Files.createTempFile("palabre", ".strace");
        process =
                new ProcessBuilder(
                                List.of(
                                        TOOL,
                                        "-f",
                                        "-p",
                                        Long.toString(pid),
                                        "-e",
                                        "trace=" + calls,
                                        "-e",
                                        "inject=" + calls + ":" + effect,
                                        "-o",
                                        "/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        leash = new Leash(process);
        Await.until("the tracer has a hold of it", TO_ATTACH, () -> attached(said));
        Files.delete(said);
    }

    /// Why this machine cannot do it; empty when it can.
    public static Optional<String> impossible() {
        try {
            var other = new ProcessBuilder("sleep", "60").start();
            try (var _ = new Leash(other);
                    var _ = new Tracer(other.pid(), SYNCS, "error=EIO")) {
                return Optional.empty();
            } catch (AssertionError _) {
                return Optional.of("this system lets no process trace another (ptrace)");
            }
        } catch (IOException _) {
            return Optional.of("strace is not here (Debian: apt-get install strace)");
        }
    }

    /// From now on what it writes and syncs fails.
    public static Tracer failing(long pid) throws IOException {
        return new Tracer(pid, SYNCS + ",pwrite64", "error=EIO");
    }

    /// From now on each sync takes so much longer.
    public static Tracer slow(long pid, Duration each) throws IOException {
        return new Tracer(
                pid, SYNCS, "delay_enter=" + TimeUnit.MILLISECONDS.toMicros(each.toMillis()));
    }

    /// It is killed when it is about to sync what it wrote, for the so-manieth time.
    public static Tracer killing(long pid, int time) throws IOException {
        return new Tracer(pid, SYNCS, "signal=KILL:when=" + time);
    }

    /// The words before a command, which has all it does to files written down.
    ///
    /// @param into the beginning of the names of the files for this, one for each thread
    public static List<String> recording(Path into) {
        var calls =
                "openat,creat,write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate,rename,"
                        + "renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir";
        return List.of(
                TOOL,
                "-D",
                "-ff",
                "--seccomp-bpf",
                "-ttt",
                "-T",
                "-y",
                "-xx",
                "-s",
                "10000000",
                "-e",
                "trace=" + calls,
                "-e",
                "signal=none",
                "-o",
                into.toString());
    }

    private boolean attached(Path said) {
        try {
            if (!process.isAlive()) throw new AssertionError(Files.readString(said));
            return Files.readString(said).contains(" attached");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(TO_ATTACH.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        leash.close();
    }
}
