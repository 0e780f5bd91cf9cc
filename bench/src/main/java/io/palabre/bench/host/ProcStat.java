// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.host;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// What the operating system has counted for a process: processor time and resident memory.
public final class ProcStat {

    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private final Path folder;
    private final double microsPerTick;

    private ProcStat(Path folder, double microsPerTick) {
        this.folder = folder;
        this.microsPerTick = microsPerTick;
    }

    /// The account of a process.
    public static ProcStat of(long pid) {
        return new ProcStat(Path.of("/proc", Long.toString(pid)), 1e6 / ticksPerSecond());
    }

    /// The account of this process.
    public static ProcStat own() {
        return of(ProcessHandle.current().pid());
    }

    /// µs of processor time, user and system, all threads, since the process began.
    public double cpuMicros() throws IOException {
        return ticks(Files.readString(folder.resolve("stat"))) * microsPerTick;
    }

    /// The part of it that the compiler of a Java program spent, which is 0 for any other program.
    public double compilerMicros() throws IOException {
        long ticks = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(folder.resolve("task"))) {
            for (Path thread : threads) ticks += compilerTicks(thread.resolve("stat"));
        }
        return ticks * microsPerTick;
    }

    private static long compilerTicks(Path stat) throws IOException {
        try {
            String line = Files.readString(stat);
            return isCompiler(line) ? ticks(line) : 0;
        } catch (NoSuchFileException e) {
            return 0; // a thread that ended meanwhile
        }
    }

    /// Whether a line of `/proc/PID/task/TID/stat` is that of a thread that compiles.
    static boolean isCompiler(String stat) {
        return stat.contains("(C1 CompilerThre") || stat.contains("(C2 CompilerThre");
    }

    /// KiB of resident memory.
    public long residentKib() throws IOException {
        Path exact = folder.resolve("smaps_rollup");
        return Files.isReadable(exact)
                ? kib(Files.readAllLines(exact), "Rss:")
                : kib(Files.readAllLines(folder.resolve("status")), "VmRSS:");
    }

    /// User and system ticks of a line of `/proc/PID/stat`. The program's name may hold spaces and
    /// brackets.
    static long ticks(String stat) {
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        return Long.parseLong(fields.get(USER_TICKS)) + Long.parseLong(fields.get(SYSTEM_TICKS));
    }

    static long kib(List<String> lines, String name) {
        for (String line : lines) {
            if (line.startsWith(name)) return Long.parseLong(line.replaceAll("\\D", ""));
        }
        throw new IllegalArgumentException("no line " + name);
    }

    private static double ticksPerSecond() {
        return Shell.firstLine("getconf", "CLK_TCK").map(Double::parseDouble).orElse(100.0);
    }
}
