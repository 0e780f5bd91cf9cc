// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.benchmarks;

import io.palabre.bench.Stage;
import io.palabre.bench.host.OpenFiles;
import io.palabre.bench.load.LoadFailed;
import io.palabre.bench.peers.Peers;
import io.palabre.bench.peers.Unavailable;
import io.palabre.bench.peers.WholeServer;
import io.palabre.bench.report.Goal;
import io.palabre.bench.report.Report;
import io.palabre.bench.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What it costs that somebody's status changes: by how many watch them, and by how many are
/// online. Beside a server that keeps a flag in its database and tells everybody.
public final class PresenceChanges implements Benchmark {

    private static final int FEW = 1_001;
    private static final int MANY = 10_001;
    private static final int SPARE_FILES = 500;

    @Override
    public String name() {
        return "presence";
    }

    @Override
    public String about() {
        return "the whole server: changes of status, by watchers and by people online";
    }

    @Override
    public Report run(Stage stage) throws IOException {
        long files = OpenFiles.limit();
        if (files < MANY + SPARE_FILES) {
            throw new IOException(
                    "a process may open %,d files here, and this needs %,d: raise it with ulimit -n"
                            .formatted(files, MANY + SPARE_FILES));
        }
        List<Table> tables = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Map<String, Double> few = among(stage, FEW, List.of(1_000, 100, 10), tables, notes);
        Map<String, Double> many = among(stage, MANY, List.of(10), tables, notes);
        return new Report(name(), stage.conditions(), tables, goals(few, many), notes);
    }

    /// By name, what a change costs at the last number of watchers, in µs, heartbeats left out.
    private static Map<String, Double> among(
            Stage stage, int online, List<Integer> watchers, List<Table> tables, List<String> notes)
            throws IOException {
        List<Onlookers> contenders = new ArrayList<>();
        Map<String, Double> net = new HashMap<>();
        try {
            enter(contenders, notes, () -> Onlookers.Watching.gather(stage, online));
            enter(contenders, notes, () -> Onlookers.Everybody.gather(stage, online));
            for (int each : watchers) {
                String title = "%,d online, each watched by %,d".formatted(online, each);
                Contest<Onlookers> contest = contest(stage, title, contenders, each);
                tables.add(contest.table("change", Peers.FLAG));
                notes.addAll(contest.failures());
                for (Onlookers contender : contenders) {
                    String name = contender.running().peer().name();
                    double beats = heartbeats(stage, contender, each);
                    net.put(name, contest.series(name).serverMicros() - beats);
                    notes.add(
                            "%s, %s: %.1f µs of a change are heartbeats"
                                    .formatted(title, name, beats));
                }
            }
            return net;
        } catch (LoadFailed e) {
            notes.add("%,d online: %s".formatted(online, e.getMessage()));
            return net;
        } finally {
            contenders.forEach(Onlookers::close);
        }
    }

    private interface Entry {
        Onlookers make() throws IOException, LoadFailed, Unavailable;
    }

    private static void enter(List<Onlookers> contenders, List<String> notes, Entry entry) {
        try {
            contenders.add(entry.make());
        } catch (IOException | LoadFailed | Unavailable e) {
            notes.add("one could not take part: " + e.getMessage());
        }
    }

    private static Contest<Onlookers> contest(
            Stage stage, String title, List<Onlookers> contenders, int watchers)
            throws IOException, LoadFailed {
        for (Onlookers contender : contenders) contender.watchedBy(watchers);
        return Contest.run(
                stage,
                title,
                contenders,
                Onlookers::running,
                (contender, window) -> contender.change(watchers, window));
    }

    /// What the connections cost while nobody changes, spread over as many changes as there were.
    private static double heartbeats(Stage stage, Onlookers contender, int watchers)
            throws IOException, LoadFailed {
        Sample idle =
                Sample.take(
                        contender.running().child().stat(),
                        () -> contender.crowd().idle(stage.window()));
        return idle.serverPerOperation() * idle.perSecond() / contender.perSecond(watchers);
    }

    private static List<Goal> goals(Map<String, Double> few, Map<String, Double> many) {
        double oursFew = few.getOrDefault(WholeServer.NAME, Double.NaN);
        double oursMany = many.getOrDefault(WholeServer.NAME, Double.NaN);
        double flagFew = few.getOrDefault(Peers.FLAG, Double.NaN);
        double flagMany = many.getOrDefault(Peers.FLAG, Double.NaN);
        return List.of(
                Goal.atMost(
                        "CPU of a change, 10,001 online beside 1,001", oursMany / oursFew, 1.25),
                Goal.atMost("1,001 online, CPU beside " + Peers.FLAG, oursFew / flagFew, 0.1),
                Goal.atMost("10,001 online, CPU beside " + Peers.FLAG, oursMany / flagMany, 0.02));
    }
}
