// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.report;

import io.palabre.bench.host.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where and with what a figure was measured.
public record Machine(String hardware, String software, String commit) {

    /// This one, with the commit of the project in `home`.
    public static Machine read(Path home) throws IOException {
        long gib = kib("/proc/meminfo", "MemTotal:") >> 20;
        String hardware =
                "%s, %d cores, %d GiB"
                        .formatted(
                                field("/proc/cpuinfo", "model name"),
                                Runtime.getRuntime().availableProcessors(),
                                gib);
        String software =
                "Linux %s, JDK %s, Node %s"
                        .formatted(
                                System.getProperty("os.version"),
                                System.getProperty("java.version"),
                                Shell.firstLine("node", "--version").orElse("absent"));
        return new Machine(hardware, software, commitOf(home));
    }

    private static String commitOf(Path home) {
        String folder = home.toString();
        String commit =
                Shell.firstLine("git", "-C", folder, "rev-parse", "--short", "HEAD").orElse("none");
        boolean changed =
                Shell.firstLine("git", "-C", folder, "status", "--porcelain", "-uno")
                        .filter(line -> !line.isEmpty())
                        .isPresent();
        return changed ? commit + " with changes" : commit;
    }

    private static String field(String file, String name) throws IOException {
        for (String line : Files.readAllLines(Path.of(file))) {
            if (line.startsWith(name)) return line.substring(line.indexOf(':') + 1).strip();
        }
        return System.getProperty("os.arch");
    }

    private static long kib(String file, String name) throws IOException {
        return Long.parseLong(field(file, name).replaceAll("\\D", ""));
    }

    @Override
    public String toString() {
        return "%s · %s · commit %s".formatted(hardware, software, commit);
    }
}
