// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Which cores run what: the server on the first, the generator on the second, where there are two
/// and `taskset`.
///
/// @param allowed the cores that this process may use
public record Cores(List<Integer> allowed) {

    /// Reads what is allowed.
    public static Cores read() throws IOException {
        if (Shell.firstLine("taskset", "--version").isEmpty()) return new Cores(List.of());
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("Cpus_allowed_list:")) {
                return new Cores(parse(line.substring(line.indexOf(':') + 1).strip()));
            }
        }
        return new Cores(List.of());
    }

    /// From `0-3,8` to numbers.
    static List<Integer> parse(String list) {
        List<Integer> cores = new ArrayList<>();
        for (String range : list.split(",", -1)) {
            String[] ends = range.split("-", -1);
            int last = Integer.parseInt(ends[ends.length - 1]);
            for (int core = Integer.parseInt(ends[0]); core <= last; core++) cores.add(core);
        }
        return cores;
    }

    /// Whether server and generator have a core each.
    public boolean apart() {
        return allowed.size() >= 2;
    }

    /// What comes before a server's command so that it runs on one core of its own.
    public List<String> oneCore() {
        return apart() ? List.of("taskset", "-c", allowed.get(0).toString()) : List.of();
    }

    /// What comes before a server's command so that it may use the generator's core too.
    public List<String> twoCores() {
        return apart()
                ? List.of("taskset", "-c", allowed.get(0) + "," + allowed.get(1))
                : List.of();
    }

    /// Moves this process, all its threads, to the generator's core.
    public void pinGenerator() {
        if (!apart()) return;
        String pid = Long.toString(ProcessHandle.current().pid());
        var _ = Shell.firstLine("taskset", "-a", "-p", "-c", allowed.get(1).toString(), pid);
    }

    @Override
    public String toString() {
        return apart()
                ? "server on core %d, generator on core %d"
                        .formatted(allowed.get(0), allowed.get(1))
                : "server and generator not pinned (one core, or no taskset)";
    }
}
