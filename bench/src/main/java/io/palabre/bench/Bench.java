// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench;

import io.palabre.bench.benchmarks.Benchmark;
import io.palabre.bench.benchmarks.Connects;
import io.palabre.bench.benchmarks.DurableSends;
import io.palabre.bench.benchmarks.Echo;
import io.palabre.bench.benchmarks.Flapping;
import io.palabre.bench.benchmarks.Idle;
import io.palabre.bench.benchmarks.LibraryFanOut;
import io.palabre.bench.benchmarks.PresenceChanges;
import io.palabre.bench.benchmarks.Reconnect;
import io.palabre.bench.benchmarks.ServerFanOut;
import io.palabre.bench.host.Cores;
import io.palabre.bench.large.Large;
import io.palabre.bench.load.Generator;
import io.palabre.bench.peers.Peers;
import io.palabre.bench.peers.Troupe;
import io.palabre.bench.report.Goal;
import io.palabre.bench.report.Machine;
import io.palabre.bench.report.Progress;
import io.palabre.bench.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The command line: runs benchmarks one after the other and prints a table for each.
@Command(
        name = "palabre bench",
        mixinStandardHelpOptions = true,
        version = "palabre bench 0.1.0",
        description =
                "Measures Palabre beside its peers on this machine: CPU of the server process as the"
                        + " operating system counts it, in rounds that take turns. Only ratios within"
                        + " one run travel to another machine.",
        sortOptions = false)
public final class Bench implements Callable<Integer> {

    private static final List<Benchmark> ALL =
            List.of(
                    new LibraryFanOut(),
                    new Echo(),
                    new Idle(),
                    new Connects(),
                    new ServerFanOut(),
                    new DurableSends(),
                    new PresenceChanges(),
                    new Flapping(),
                    new Reconnect());
    private static final List<String> DEFAULT = List.of("fanout-server", "sends");

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "What to run; 'all' for everything. See below.")
    List<String> names = new ArrayList<>();

    @Option(
            names = "--messages",
            description =
                    "Instead: makes a store with so many messages (kept, and gone on with when it was"
                            + " stopped) and measures what people ask of it, beside one of 10,000.")
    long messages;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where stores with many messages are kept (.palabre/bench).")
    @Nullable Path data;

    @Option(names = "--rounds", description = "Measurements of each peer (${DEFAULT-VALUE}).")
    int rounds = 5;

    @Option(names = "--seconds", description = "Length of one (${DEFAULT-VALUE}).")
    double seconds = 2;

    @Option(
            names = "--clients",
            description = "How many come back in reconnect (${DEFAULT-VALUE}).")
    int clients = 10_000;

    @Option(
            names = "--io-uring",
            description = "Run our library and bare Netty on io_uring instead of epoll.")
    boolean ioUring;

    @Option(names = "--markdown", description = "Print rows for docs/measurements.md as well.")
    boolean markdown;

    @Option(names = "--hold", description = "Exit with 1 when a goal is missed or not measured.")
    boolean hold;

    /// Exits with 0, with 1 for a goal missed under `--hold` or a benchmark that failed, with 2 for
    /// wrong usage.
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Bench());
        line.getCommandSpec().usageMessage().footer(help());
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() throws IOException {
        List<Benchmark> chosen = chosen();
        Home home = home();
        Machine machine = Machine.read(home.root());
        Cores cores = Cores.read();
        Progress progress = new Progress(System.err);
        if (messages > 0)
            return runLarge(new Large(home, data == null ? home.work() : data, progress), machine)
                    ? 0
                    : 1;
        cores.pinGenerator();
        boolean well = true;
        Path logs = home.work().resolve("logs");
        try (Troupe troupe = new Troupe(logs);
                Generator generator = new Generator()) {
            Stage stage =
                    new Stage(
                            home,
                            cores,
                            generator,
                            troupe,
                            new Peers(home.peers(), logs, progress, ioUring),
                            progress,
                            rounds,
                            Duration.ofMillis((long) (seconds * 1000)),
                            clients);
            for (Benchmark benchmark : chosen) well &= run(benchmark, stage, machine);
        }
        return well ? 0 : 1;
    }

    private boolean runLarge(Large large, Machine machine) throws IOException {
        return show(large.run(messages), machine);
    }

    private boolean show(Report report, Machine machine) {
        System.out.print(report.text(machine));
        if (markdown) report.markdown(machine).forEach(System.out::println);
        return !hold || report.goals().stream().allMatch(Goal::met);
    }

    private boolean run(Benchmark benchmark, Stage stage, Machine machine) {
        try {
            return show(benchmark.run(stage), machine);
        } catch (Exception e) {
            System.err.printf("%s could not be run: %s%n", benchmark.name(), e.getMessage());
            return false;
        }
    }

    private List<Benchmark> chosen() {
        if (rounds < 1 || rounds > 100 || seconds < 0.2 || seconds > 60) {
            throw wrong("between 1 and 100 rounds, of 0.2 to 60 seconds");
        }
        if (clients < 200 || clients > 100_000) throw wrong("between 200 and 100000 clients");
        if (names.contains("all")) return ALL;
        return (names.isEmpty() ? DEFAULT : names).stream().map(this::named).toList();
    }

    private Benchmark named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("no benchmark is called '" + name + "'"));
    }

    private Home home() {
        try {
            return Home.find();
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
    }

    private static String[] help() {
        List<String> lines = new ArrayList<>(List.of("", "Benchmarks:"));
        for (Benchmark benchmark : ALL) {
            lines.add("  %-14s %s".formatted(benchmark.name(), benchmark.about()));
        }
        lines.add("");
        lines.add("Without a name: " + String.join(", ", DEFAULT) + ".");
        return lines.toArray(String[]::new);
    }
}
