// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import static java.util.stream.Collectors.joining;

import io.palabre.e2e.history.History;
import io.palabre.e2e.history.Run;
import io.palabre.e2e.history.Violation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What was found so far.
final class Verdict {
    private static final int SHOWN = 10;

    private final Consumer<String> say;
    private final List<String> findings = new ArrayList<>();
    private final Map<Fault, Integer> injected = new EnumMap<>(Fault.class);
    private @Nullable Path kept;
    private long smallest = Long.MAX_VALUE;
    private long simulations;
    private int rounds;
    private int violations;

    /// @param say hears of each finding at once
    Verdict(Consumer<String> say) {
        this.say = say;
    }

    void simulated() {
        simulations++;
    }

    void add(String what, Run run, List<Violation> broken) {
        var history = new History();
        run.ops().forEach(history::add);
        add(what, history, broken);
    }

    void add(String what, History history, List<Violation> broken) {
        if (!what.startsWith("simulation")) rounds++;
        if (broken.isEmpty()) return;
        violations += broken.size();
        found("%s: %d, the first: %s".formatted(what, broken.size(), broken.getFirst()));
        keep(history);
    }

    void failed(String what, Throwable why) {
        violations++;
        found("%s could not be played to its end: %s".formatted(what, why.getMessage()));
    }

    private void found(String finding) {
        findings.add(finding);
        say.accept("BROKEN  " + finding.lines().limit(3).collect(joining(" ")));
    }

    void injected(Fault fault, int times) {
        injected.put(fault, times);
    }

    int rounds() {
        return rounds;
    }

    int violations() {
        return violations;
    }

    private void keep(History history) {
        var size = history.sorted().size();
        if (size >= smallest) return;
        smallest = size;
        try {
            var folder = Files.createDirectories(Path.of(".palabre", "torture"));
            kept = folder.resolve("smallest.jsonl").toAbsolutePath();
            history.dump(kept);
        } catch (IOException e) {
            findings.add("the history could not be kept: " + e.getMessage());
        }
    }

    /// Whether every promise was kept, in words too.
    boolean print(PrintStream out) {
        out.printf("%n%,d simulations, %d rounds with real processes%n", simulations, rounds);
        injected.forEach((fault, times) -> out.printf("  %4d × %s%n", times, fault.words()));
        findings.stream().limit(SHOWN).forEach(finding -> out.println("  BROKEN  " + finding));
        if (findings.size() > SHOWN) out.printf("  … and %d more%n", findings.size() - SHOWN);
        if (kept != null) out.printf("The smallest history that shows it: %s%n", kept);
        out.println(inWords());
        return violations == 0 && checked();
    }

    private boolean checked() {
        return simulations + rounds > 0;
    }

    private String inWords() {
        if (violations > 0) return "%d violations: promises were broken.".formatted(violations);
        if (!checked()) return "Nothing was checked, so nothing is known.";
        var missed = injected.entrySet().stream().filter(it -> it.getValue() == 0).toList();
        if (missed.isEmpty()) return "Every promise was kept.";
        return "Every promise was kept, but there was no time for: "
                + missed.stream().map(it -> it.getKey().words()).collect(joining("; "));
    }
}
