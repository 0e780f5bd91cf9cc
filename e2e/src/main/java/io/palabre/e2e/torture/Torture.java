// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import io.palabre.e2e.Scene;
import io.palabre.e2e.history.Invariant;
import io.palabre.e2e.simulation.Plant;
import io.palabre.e2e.simulation.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command line: does bad things to the product for as long as one wants and says whether the
/// promises were kept.
@Command(
        name = "palabre torture",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates the core under random seeds, then kills, stops, starves and cuts off the real"
                    + " server while real clients talk, and checks every promise of delivery.",
            "Exits with 0 when all were kept, with 1 when one was not; the smallest history that"
                    + " shows it is kept and named."
        },
        sortOptions = false)
public final class Torture implements Callable<Integer> {
    private static final double SHARE_OF_SIMULATION = 0.25;

    enum Profile {
        SIMULATION,
        PROCESS
    }

    @Option(names = "--minutes", description = "How long (${DEFAULT-VALUE}).")
    double minutes = 10;

    @Option(names = "--seed", description = "Says all that chance decides; printed when absent.")
    @Nullable Long wished;

    @Option(
            names = "--profile",
            split = ",",
            description = "${COMPLETION-CANDIDATES}; both without it.")
    Set<Profile> profiles = EnumSet.allOf(Profile.class);

    private final Verdict verdict = new Verdict(this::say);
    private final long began = System.nanoTime();

    /// Exits with 0, 1 for a broken promise, 2 for wrong usage.
    public static void main(String[] args) {
        var line = new CommandLine(new Torture()).setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() throws Exception {
        long seed = wished == null ? new SplittableRandom().nextLong(1_000_000) : wished;
        var random = new SplittableRandom(seed);
        say("seed %d, %.1f minutes".formatted(seed, minutes));
        var all = Duration.ofMillis((long) (minutes * 60_000));
        if (profiles.contains(Profile.SIMULATION)) {
            boolean alone = profiles.size() == 1;
            simulate(random, alone ? all : scaled(all, SHARE_OF_SIMULATION));
        }
        if (profiles.contains(Profile.PROCESS)) attack(random, all);
        return verdict.print(System.out) ? 0 : 1;
    }

    private static Duration scaled(Duration whole, double share) {
        return Duration.ofMillis((long) (whole.toMillis() * share));
    }

    private boolean isOver(Duration all) {
        return System.nanoTime() - began > all.toNanos();
    }

    private void simulate(SplittableRandom random, Duration until) {
        for (var runs = 1; !isOver(until); runs++) {
            long seed = random.nextLong(1_000_000_000);
            var run = Simulation.run(seed, Plant.NOTHING);
            verdict.simulated();
            verdict.add("simulation of seed " + seed, run, Invariant.allViolations(run));
            if (runs % 500 == 0) say("%,d simulations".formatted(runs));
        }
    }

    private void attack(SplittableRandom random, Duration until) throws Exception {
        var possible = new ArrayList<Fault>();
        for (var fault : Fault.values()) {
            var why = fault.impossible();
            if (why.isEmpty()) possible.add(fault);
            else say("skipped: %s, because %s".formatted(fault.words(), why.get()));
        }
        var deck = new Deck(random.split(), possible.stream().filter(f -> !f.apart()).toList());
        var apart = new Deck(random.split(), possible.stream().filter(Fault::apart).toList());
        while (!isOver(until) || (lacks(deck, possible) && !isOver(until.multipliedBy(2)))) {
            round(next(random), deck);
            scene(next(random), apart.next(), deck);
            report(deck);
        }
        possible.forEach(fault -> verdict.injected(fault, deck.times(fault)));
    }

    /// A fault that never came to pass is given as much time again.
    private static boolean lacks(Deck deck, List<Fault> possible) {
        return possible.stream().anyMatch(fault -> deck.times(fault) == 0);
    }

    private void round(long seed, Deck deck) {
        tried(
                "round",
                seed,
                _ -> List.of(),
                (scene, random) -> {
                    var run = new Round(scene, random, deck).play(Round.FAULTS);
                    verdict.add("round", run, Invariant.allViolations(run));
                });
    }

    private void scene(long seed, Fault fault, Deck deck) {
        tried(
                fault.name(),
                seed,
                folder -> Apart.under(fault, folder),
                (scene, random) -> {
                    var broken = new Apart(scene, random).play(fault);
                    verdict.add(fault.words(), scene.history(), broken);
                    deck.count(fault);
                });
    }

    /// What is thrown is a finding too.
    private void tried(
            String name, long seed, Function<Path, List<String>> under, Scene.Script part) {
        try {
            Scene.play("torture-" + name, seed, under, part);
        } catch (Exception | AssertionError e) {
            verdict.failed(name, e);
        }
    }

    private static long next(SplittableRandom random) {
        return random.nextLong(1_000_000_000);
    }

    private void report(Deck deck) {
        say(
                "%d rounds, %d faults, %d violations"
                        .formatted(verdict.rounds(), deck.all(), verdict.violations()));
    }

    private void say(String what) {
        System.err.printf("%5d s  %s%n", (System.nanoTime() - began) / 1_000_000_000, what);
    }
}
