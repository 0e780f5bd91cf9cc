// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.benchmarks;

import io.palabre.bench.Stage;
import io.palabre.bench.host.ProcStat;
import io.palabre.bench.load.Changes;
import io.palabre.bench.load.Crowd;
import io.palabre.bench.load.Flappers;
import io.palabre.bench.load.LoadFailed;
import io.palabre.bench.load.Pace;
import io.palabre.bench.load.RoundTrips;
import io.palabre.bench.load.Target;
import io.palabre.bench.peers.ChatMessage;
import io.palabre.bench.peers.Rest;
import io.palabre.bench.peers.Running;
import io.palabre.bench.peers.Unavailable;
import io.palabre.bench.peers.WholeServer;
import io.palabre.bench.report.Goal;
import io.palabre.bench.report.Report;
import io.palabre.bench.report.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What those who write notice of a thousand who come and go: 64 people in private conversations,
/// by the clock, in windows with and without the others. Each of those who flap is watched by ten
/// of those who write.
public final class Flapping implements Benchmark {

    private static final int WRITERS = 64;
    private static final int FLAPPERS = 1_000;
    private static final int WATCHERS = 10;
    private static final double MESSAGES_A_SECOND = 100;
    private static final Duration THERE = Duration.ofSeconds(3);

    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int MOST_WARM_UPS = 18;
    private static final double WARM_MESSAGES_A_SECOND = 200;

    /// The compiler's share of the server's CPU that is not worth waiting for.
    private static final double AT_REST = 0.02;

    /// Not much longer than one who went is still there.
    private static final Duration WARM_THERE = Duration.ofSeconds(2);

    /// Sender and reader.
    private static final int LISTENERS = 2;

    private static final String CALM = "nobody comes or goes";
    private static final String FLAP = "1,000 flap";
    private static final String FIRST = "1,000 flap for the first time";

    @Override
    public String name() {
        return "flapping";
    }

    @Override
    public String about() {
        return "the whole server: 64 people who write, while 1,000 others come and go";
    }

    /// The server, who writes there, and where those who flap go.
    private record Scene(Running server, Crowd writers, ChatMessage message, Target flappers)
            implements AutoCloseable {
        @Override
        public void close() {
            writers.close();
            server.close();
        }
    }

    @Override
    public Report run(Stage given) throws IOException {
        Stage stage = given.atLeast(THERE.multipliedBy(2));
        List<String> notes = new ArrayList<>();
        List<Sample> calm = new ArrayList<>();
        List<Sample> flapping = new ArrayList<>();
        List<Sample> first = new ArrayList<>();
        try (Scene scene = gather(stage)) {
            stage.progress().say("for the first time");
            first.add(during(stage, scene, notes));
            warmUp(stage, scene);
            for (int round = 1; round <= stage.rounds(); round++) {
                stage.progress().say("round %d of %d".formatted(round, stage.rounds()));
                calm.add(write(stage, scene));
                flapping.add(during(stage, scene, notes));
            }
        } catch (LoadFailed | Unavailable e) {
            notes.add("could not go on: " + e.getMessage());
        }
        return report(
                stage,
                List.of(
                        new Series(CALM, calm),
                        new Series(FLAP, flapping),
                        new Series(FIRST, first)),
                notes);
    }

    private static Scene gather(Stage stage) throws IOException, LoadFailed, Unavailable {
        Path data = stage.home().emptied("flapping");
        Running server =
                WholeServer.start(
                        stage.troupe(), stage.cores().oneCore(), stage.home().server(), data);
        stage.progress().say("making 1,064 accounts");
        Rest rest = new Rest(server.port());
        List<Rest.Account> people = rest.enrol(WRITERS + FLAPPERS, data);
        List<Rest.Account> flappers = people.subList(WRITERS, people.size());
        List<String> conversations = new ArrayList<>();
        for (int i = 0; i < WRITERS; i += 2) {
            conversations.add(rest.pair(people.get(i), people.get(i + 1)));
        }
        Crowd writers =
                stage.generator()
                        .gather(server.target(number -> people.get(number).auth()), WRITERS);
        watch(writers, flappers);
        return new Scene(
                server,
                writers,
                new ChatMessage("flapping", client -> conversations.get(client / 2)),
                server.target(number -> flappers.get(number).auth()));
    }

    private static void watch(Crowd writers, List<Rest.Account> flappers) throws LoadFailed {
        int each = FLAPPERS * WATCHERS / WRITERS;
        RoundTrips.run(
                writers,
                (client, number) ->
                        "42%d[\"watch_presence\",[%s]]"
                                .formatted(number, watched(flappers, client * each, each))
                                .getBytes(StandardCharsets.UTF_8),
                Duration.ZERO);
    }

    private static String watched(List<Rest.Account> flappers, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> '"' + flappers.get(i % FLAPPERS).id() + '"')
                .collect(Collectors.joining(","));
    }

    /// Until the server's compiler has come to rest, not for ever: as long as coming and going is
    /// new to it, it takes more of the server's core than those who come and go, and who waits for
    /// a message waits for it as well.
    private static void warmUp(Stage stage, Scene scene) throws IOException, LoadFailed {
        Changes.Cast cast = new Changes.Cast(WRITERS, LISTENERS, scene.message());
        Pace.Open pace = new Pace.Open(WARM_MESSAGES_A_SECOND, WARM_UP);
        ProcStat server = scene.server().child().stat();
        stage.progress().say("warming up");
        double share = 1;
        try (Flappers _ =
                Flappers.begin(stage.generator(), scene.flappers(), FLAPPERS, WARM_THERE)) {
            for (int i = 0; i < MOST_WARM_UPS && share > AT_REST; i++) {
                double before = server.compilerMicros();
                Sample sample = Sample.take(server, () -> Changes.run(scene.writers(), cast, pace));
                share = (server.compilerMicros() - before) / sample.serverMicros();
                stage.progress().say("the compiler takes %.0f %% of it".formatted(100 * share));
            }
        }
        var _ = scene.writers().idle(THERE);
    }

    private static Sample write(Stage stage, Scene scene) throws IOException, LoadFailed {
        Changes.Cast cast = new Changes.Cast(WRITERS, LISTENERS, scene.message());
        Pace.Open pace = new Pace.Open(MESSAGES_A_SECOND, stage.window());
        return Sample.take(
                scene.server().child().stat(), () -> Changes.run(scene.writers(), cast, pace));
    }

    /// Once all of them flap; afterwards the last of them is let go.
    private static Sample during(Stage stage, Scene scene, List<String> notes)
            throws IOException, LoadFailed {
        try (Flappers flappers =
                Flappers.begin(stage.generator(), scene.flappers(), FLAPPERS, THERE)) {
            var _ = scene.writers().idle(THERE.multipliedBy(2));
            long before = flappers.comings();
            ProcStat server = scene.server().child().stat();
            double compiled = server.compilerMicros();
            Sample sample = write(stage, scene);
            compiled = server.compilerMicros() - compiled;
            notes.add(
                    "%,d came while others wrote, %,d were lost; %.0f %% of the CPU was the compiler's"
                            .formatted(
                                    flappers.comings() - before,
                                    flappers.losses(),
                                    100 * compiled / sample.serverMicros()));
            return sample;
        } finally {
            var _ = scene.writers().idle(THERE);
        }
    }

    private Report report(Stage stage, List<Series> all, List<String> notes) {
        Series calm = all.getFirst();
        Table table =
                new Table(
                        "100 messages a second, each on disk before it is told",
                        "",
                        Series.columns("message", CALM),
                        all.stream().map(series -> series.row(calm)).toList());
        double p99 = all.get(1).p99Millis() / calm.p99Millis();
        return new Report(
                name(),
                stage.conditions(),
                List.of(table),
                List.of(Goal.atMost("p99 while 1,000 flap beside calm", p99, 1.1)),
                notes);
    }
}
