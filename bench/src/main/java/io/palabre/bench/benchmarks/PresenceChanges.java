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
import java.util.LinkedHashMap;
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
    public Report run(Stage given) throws IOException {
        OpenFiles.need(MANY + SPARE_FILES);
        Stage stage = given.atLeast(Onlookers.WINDOW);
        List<Table> tables = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Entry ours = online -> Onlookers.Watching.gather(stage, online);
        Entry flag = online -> Onlookers.Everybody.gather(stage, online);
        Measured few = new Measured(stage, FEW, notes);
        few.among(List.of(ours, flag), List.of(1_000, 100, 10));
        tables.addAll(few.tables());
        Measured many = new Measured(stage, MANY, notes);
        // one after the other: a process may not open as many files as both need
        many.among(List.of(ours), List.of(10));
        many.among(List.of(flag), List.of(10));
        tables.addAll(many.tables());
        return new Report(name(), stage.conditions(), tables, goals(few.net(), many.net()), notes);
    }

    private interface Entry {
        Onlookers of(int online) throws IOException, LoadFailed, Unavailable;
    }

    /// What was found among so many people.
    ///
    /// @param series by how many watch each, those of the contenders
    /// @param net by name, what a change costs at the last number of watchers, in µs, heartbeats
    ///   left out
    private record Measured(
            Stage stage,
            int online,
            Map<Integer, List<Series>> series,
            Map<String, Double> net,
            List<String> notes) {

        Measured(Stage stage, int online, List<String> notes) {
            this(stage, online, new LinkedHashMap<>(), new HashMap<>(), notes);
        }

        /// Those who can take part do so at the same time, in turns.
        void among(List<Entry> entries, List<Integer> watchers) throws IOException {
            List<Onlookers> contenders = new ArrayList<>();
            try {
                for (Entry entry : entries) enter(contenders, entry);
                Map<String, Double> beats = heartbeats(contenders);
                for (int each : watchers) measure(contenders, each, beats);
            } catch (LoadFailed e) {
                notes.add("%,d online: %s".formatted(online, e.getMessage()));
            } finally {
                contenders.forEach(Onlookers::close);
            }
        }

        private void enter(List<Onlookers> contenders, Entry entry) {
            try {
                contenders.add(entry.of(online));
            } catch (IOException | LoadFailed | Unavailable e) {
                notes.add("one could not take part: " + e.getMessage());
            }
        }

        private void measure(List<Onlookers> contenders, int watchers, Map<String, Double> beats)
                throws IOException, LoadFailed {
            for (Onlookers contender : contenders) contender.watchedBy(watchers);
            Contest<Onlookers> contest =
                    Contest.run(
                            stage,
                            title(watchers),
                            contenders,
                            Onlookers::running,
                            (contender, window) -> contender.change(watchers, window));
            notes.addAll(contest.failures());
            for (Onlookers contender : contenders) {
                String name = name(contender);
                Series found = contest.series(name);
                series.computeIfAbsent(watchers, _ -> new ArrayList<>()).add(found);
                double ofThem = beats.getOrDefault(name, 0.0) / contender.perSecond(watchers);
                net.put(name, found.serverMicros() - ofThem);
                notes.add(
                        "%s, %s: %.1f µs of a change are heartbeats"
                                .formatted(title(watchers), name, ofThem));
            }
        }

        /// By name, what the connections cost a second while nobody changes, in µs.
        private Map<String, Double> heartbeats(List<Onlookers> contenders)
                throws IOException, LoadFailed {
            Map<String, Double> costs = new HashMap<>();
            for (Onlookers contender : contenders) {
                stage.progress().say("%,d online: pings of %s".formatted(online, name(contender)));
                Sample idle =
                        Sample.take(
                                contender.running().child().stat(),
                                () -> contender.crowd().idle(contender.quiet()));
                costs.put(name(contender), idle.serverMicros() / contender.quiet().toSeconds());
            }
            return costs;
        }

        List<Table> tables() {
            return series.entrySet().stream()
                    .map(entry -> table(title(entry.getKey()), entry.getValue()))
                    .toList();
        }

        private static Table table(String title, List<Series> found) {
            Series reference =
                    found.stream()
                            .filter(one -> one.name().equals(Peers.FLAG))
                            .findFirst()
                            .orElseGet(() -> Series.absent(Peers.FLAG));
            List<Table.Row> rows = found.stream().map(one -> one.row(reference)).toList();
            return new Table(title, "", Series.columns("change", Peers.FLAG), rows);
        }

        private String title(int watchers) {
            return "%,d online, each watched by %,d".formatted(online, watchers);
        }

        private static String name(Onlookers contender) {
            return contender.running().peer().name();
        }
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
