// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.benchmarks;

import io.palabre.bench.Stage;
import io.palabre.bench.host.OpenFiles;
import io.palabre.bench.host.ProcStat;
import io.palabre.bench.load.Churn;
import io.palabre.bench.load.Crowd;
import io.palabre.bench.load.LoadFailed;
import io.palabre.bench.load.RoundTrips;
import io.palabre.bench.peers.Peer;
import io.palabre.bench.peers.Running;
import io.palabre.bench.report.Goal;
import io.palabre.bench.report.Median;
import io.palabre.bench.report.Report;
import io.palabre.bench.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Resident memory that 10,000 silent connections add, after a collection, each time in a fresh
/// process.
public final class Idle implements Benchmark {

    private static final int CONNECTIONS = 10_000;
    private static final int SPARE_FILES = 500;
    private static final int TIMES = 3;
    private static final int FIRST_CLIENTS = 100;
    private static final int FIRST_VISITS = 40_000;
    private static final Duration FIRST_TALK = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public String about() {
        return "the library alone: memory of 10,000 idle connections, median of 3 fresh processes";
    }

    @Override
    public Report run(Stage stage) throws IOException {
        OpenFiles.need(CONNECTIONS + SPARE_FILES);
        List<String> notes = new ArrayList<>();
        Map<String, List<Growth>> growths = new LinkedHashMap<>();
        List<Peer> peers = Cast.find(stage, Cast.LIBRARIES, notes);
        for (int time = 1; time <= TIMES; time++) {
            for (Peer peer : peers) {
                stage.progress().say("idle %d of %d: %s".formatted(time, TIMES, peer.name()));
                try {
                    growths.computeIfAbsent(peer.name(), _ -> new ArrayList<>())
                            .add(growth(stage, peer));
                } catch (IOException | LoadFailed e) {
                    notes.add("%s failed: %s".formatted(peer.name(), e.getMessage()));
                }
            }
        }
        return report(stage, growths, notes);
    }

    /// What a connection added, and what its coming cost.
    private record Growth(double kib, double serverMicros, double generatorMicros) {}

    /// First a few clients come, talk and go, and many come and go, so that what is made once is
    /// there: pools, and the code that the compiler makes of what runs often (some 20 MiB, done
    /// after about 30,000 visits).
    private static Growth growth(Stage stage, Peer peer) throws IOException, LoadFailed {
        try (Running running = stage.troupe().start(peer, stage.cores().oneCore())) {
            try (Crowd first = stage.generator().gather(running.target(), FIRST_CLIENTS)) {
                RoundTrips.run(first, peer.phrases().echo(), FIRST_TALK);
            }
            Churn.run(stage.generator(), running.target(), FIRST_VISITS);
            return grown(stage, running);
        }
    }

    private static Growth grown(Stage stage, Running running) throws IOException, LoadFailed {
        long before = running.residentKibCollected();
        ProcStat server = running.child().stat();
        ProcStat own = ProcStat.own();
        double serverBefore = server.cpuMicros();
        double ownBefore = own.cpuMicros();
        try (Crowd _ = stage.generator().gather(running.target(), CONNECTIONS)) {
            double serverMicros = server.cpuMicros() - serverBefore;
            double generatorMicros = own.cpuMicros() - ownBefore;
            return new Growth(
                    (running.residentKibCollected() - before) / (double) CONNECTIONS,
                    serverMicros / CONNECTIONS,
                    generatorMicros / CONNECTIONS);
        }
    }

    private Report report(Stage stage, Map<String, List<Growth>> growths, List<String> notes) {
        growths.values().removeIf(List::isEmpty);
        double node = median(growths, Cast.NODE);
        List<Table.Row> rows = new ArrayList<>();
        growths.forEach(
                (name, times) -> {
                    Median kib = median(times, Growth::kib);
                    rows.add(
                            Table.Row.of(
                                    name,
                                    kib.value(),
                                    kib.spread() * 100,
                                    median(times, Growth::serverMicros).value(),
                                    median(times, Growth::generatorMicros).value(),
                                    kib.value() / node));
                });
        Table table =
                new Table(
                        "idle, growth of resident memory over 10,000 connections",
                        "",
                        List.of(
                                Table.Column.figure("KiB/connection", 2),
                                Table.Column.detail("±", 0, " %"),
                                Table.Column.detail("server µs/coming", 0, ""),
                                Table.Column.detail("generator µs", 0, ""),
                                Table.Column.ratio("memory of " + Cast.NODE)),
                        rows);
        return new Report(
                name(),
                "%s · fresh processes, median of %d".formatted(stage.cores(), TIMES),
                List.of(table),
                List.of(
                        Goal.atMost("KiB a connection", median(growths, Cast.LIBRARY), 3)
                                .in("KiB")),
                notes);
    }

    private static double median(Map<String, List<Growth>> growths, String name) {
        List<Growth> times = growths.getOrDefault(name, List.of());
        return times.isEmpty() ? Double.NaN : median(times, Growth::kib).value();
    }

    private static Median median(List<Growth> times, ToDoubleFunction<Growth> figure) {
        return Median.of(times.stream().mapToDouble(figure).boxed().toList());
    }
}
