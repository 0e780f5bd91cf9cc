// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.benchmarks;

import io.palabre.bench.Stage;
import io.palabre.bench.load.LoadFailed;
import io.palabre.bench.load.Tally;
import io.palabre.bench.peers.Running;
import io.palabre.bench.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The same work for each contender: warmed up, then measured in rounds, a different one first in
/// each.
final class Contest<C> {

    /// The work, for as long as `window`.
    interface Work<C> {
        Tally on(C contender, Duration window) throws IOException, LoadFailed;
    }

    /// How a contender is called and where it runs.
    interface Entry<C> {
        Running of(C contender);
    }

    private static final int MOST_WARM_UPS = 20;

    /// One, at most.
    private static final Duration WARM_UP = Duration.ofSeconds(2);

    /// A warm-up that costs less than this share of the cheapest before it shows a compiler that is
    /// not done.
    private static final double CHEAPER = 0.93;

    /// How many warm-ups in a row bring nothing when it is done.
    private static final int IN_VAIN = 3;

    private final Stage stage;
    private final String title;
    private final Entry<C> entry;
    private final Work<C> work;
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    private Contest(Stage stage, String title, Entry<C> entry, Work<C> work) {
        this.stage = stage;
        this.title = title;
        this.entry = entry;
        this.work = work;
    }

    static <C> Contest<C> run(
            Stage stage, String title, List<C> contenders, Entry<C> entry, Work<C> work)
            throws IOException {
        Contest<C> contest = new Contest<>(stage, title, entry, work);
        contest.rounds(new ArrayList<>(contenders));
        return contest;
    }

    /// The samples of a contender, none if it was not there or failed.
    Series series(String name) {
        return new Series(name, samples.getOrDefault(name, List.of()));
    }

    /// All of them beside one, in the order they were given.
    Table table(String operation, String reference) {
        List<Table.Row> rows =
                samples.keySet().stream().map(name -> series(name).row(series(reference))).toList();
        return new Table(title, "", Series.columns(operation, reference), rows);
    }

    /// Who dropped out, and why.
    List<String> failures() {
        return failures;
    }

    private void rounds(List<C> contenders) throws IOException {
        for (C contender : contenders) samples.put(name(contender), new ArrayList<>());
        stage.progress().say(title + ": warming up");
        contenders.removeIf(contender -> !well(contender, c -> warmUp(c)));
        for (int round = 1; round <= stage.rounds(); round++) {
            stage.progress().say("%s: round %d of %d".formatted(title, round, stage.rounds()));
            contenders.removeIf(contender -> !well(contender, c -> measure(c)));
            if (!contenders.isEmpty()) contenders.addLast(contenders.removeFirst());
        }
    }

    /// Until its process has worked for three windows and what an operation costs no longer falls,
    /// so that its compiler is done; not for ever. That the compiler rests would not say so: it
    /// rests between two waves too.
    private void warmUp(C contender) throws IOException, LoadFailed {
        Duration window = stage.window().compareTo(WARM_UP) < 0 ? stage.window() : WARM_UP;
        double enough = window.toNanos() / 1000.0 * 3;
        double worked = 0;
        double cheapest = Double.MAX_VALUE;
        int inVain = 0;
        for (int i = 0; i < MOST_WARM_UPS && (worked < enough || inVain < IN_VAIN); i++) {
            Sample sample = sample(contender, window);
            worked += sample.serverMicros();
            inVain = sample.serverPerOperation() < cheapest * CHEAPER ? 0 : inVain + 1;
            cheapest = Math.min(cheapest, sample.serverPerOperation());
        }
    }

    private void measure(C contender) throws IOException, LoadFailed {
        Sample sample = sample(contender, stage.window());
        stage.progress()
                .say("  %s: %.2f µs".formatted(name(contender), sample.serverPerOperation()));
        samples.computeIfAbsent(name(contender), _ -> new ArrayList<>()).add(sample);
    }

    private Sample sample(C contender, Duration window) throws IOException, LoadFailed {
        return Sample.take(entry.of(contender).child().stat(), () -> work.on(contender, window));
    }

    private interface Step<C> {
        void take(C contender) throws IOException, LoadFailed;
    }

    /// A contender that fails is out, with what it had reached; the others go on.
    private boolean well(C contender, Step<C> step) {
        try {
            step.take(contender);
            return true;
        } catch (IOException | LoadFailed e) {
            failures.add(
                    "%s dropped out of %s: %s".formatted(name(contender), title, e.getMessage()));
            samples.remove(name(contender));
            return false;
        }
    }

    private String name(C contender) {
        return entry.of(contender).peer().name();
    }
}
