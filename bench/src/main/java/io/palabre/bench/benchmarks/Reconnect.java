// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palabre.bench.Stage;
import io.palabre.bench.host.OpenFiles;
import io.palabre.bench.load.Comeback;
import io.palabre.bench.load.LoadFailed;
import io.palabre.bench.load.Tally;
import io.palabre.bench.load.Target;
import io.palabre.bench.peers.Rest;
import io.palabre.bench.peers.Running;
import io.palabre.bench.peers.Troupe;
import io.palabre.bench.peers.Unavailable;
import io.palabre.bench.peers.WholeServer;
import io.palabre.bench.report.Goal;
import io.palabre.bench.report.Median;
import io.palabre.bench.report.Report;
import io.palabre.bench.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How long it takes until ten thousand (`--clients`) are back after the server was killed and
/// started again: each signs in with its token, says how far it has come in twenty conversations
/// and gets the one message that it missed in each.
public final class Reconnect implements Benchmark {

    private static final int SPARE_FILES = 500;
    private static final int GROUP = 200;
    private static final int GROUPS_EACH = 20;
    private static final int TIMES = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public String name() {
        return "reconnect";
    }

    @Override
    public String about() {
        return "the whole server: 10,000 clients come back after kill -9, median of 3";
    }

    /// Who is there, and where they talk.
    ///
    /// @param seqs the last number that everyone has of each group
    private record Scene(
            Path data, List<Rest.Account> people, List<String> groups, List<Long> seqs) {

        static Scene make(Stage stage, Path data, Rest rest) throws IOException {
            stage.progress().say("making %,d accounts".formatted(stage.clients()));
            List<Rest.Account> people = rest.enrol(stage.clients(), data);
            stage.progress().say("making %,d groups".formatted(row(people.size()) * GROUPS_EACH));
            List<String> groups = new ArrayList<>();
            for (List<Rest.Account> members : members(people)) groups.add(rest.group(members));
            Scene scene = new Scene(data, people, groups, new ArrayList<>());
            for (int i = 0; i < groups.size(); i++) {
                scene.seqs.add(rest.lastSeq(scene.speaker(i), groups.get(i)));
            }
            return scene;
        }

        private static List<List<Rest.Account>> members(List<Rest.Account> people) {
            List<List<Rest.Account>> members = new ArrayList<>();
            int row = row(people.size());
            for (int i = 0; i < row * GROUPS_EACH; i++) members.add(new ArrayList<>());
            for (int person = 0; person < people.size(); person++) {
                for (int turn = 0; turn < GROUPS_EACH; turn++) {
                    members.get(group(person, turn, row)).add(people.get(person));
                }
            }
            return members;
        }

        /// How many groups everybody together fills.
        private static int row(int people) {
            return people / GROUP;
        }

        /// Each turn puts everybody into groups of the same size, with other people.
        private static int group(int person, int turn, int row) {
            return turn * row + (person / GROUP + turn * (person % GROUP)) % row;
        }

        /// The first of the first group, the second of the second …: each is in its group.
        private Rest.Account speaker(int group) {
            return people.get(group % row(people.size()) * GROUP);
        }

        /// One more message in each group.
        void say(Rest rest) throws IOException {
            for (int i = 0; i < groups.size(); i++) rest.say(speaker(i), groups.get(i), "Back?");
        }

        /// Everybody has got it.
        void heard() {
            seqs.replaceAll(seq -> seq + 1);
        }

        /// What a client says when it comes back.
        byte[] held(int client, long own) {
            String cursors =
                    IntStream.range(0, GROUPS_EACH)
                            .map(turn -> group(client, turn, row(people.size())))
                            .mapToObj(i -> "\"%s\":%d".formatted(groups.get(i), seqs.get(i)))
                            .collect(Collectors.joining(","));
            return "420[\"sync\",{\"ownSeq\":%d,\"cursors\":{%s}}]"
                    .formatted(own, cursors)
                    .getBytes(UTF_8);
        }
    }

    /// One time: until the server was well, the processor time it took, and until each was back.
    private record Return(double well, double cpu, Tally tally) {
        double last() {
            return tally.took().toNanos() / 1e9;
        }

        double half() {
            return tally.latency().getValueAtPercentile(50) / 1e6;
        }
    }

    @Override
    public Report run(Stage stage) throws IOException {
        OpenFiles.need(stage.clients() + SPARE_FILES);
        Path data = stage.home().emptied("reconnect");
        List<Return> returns = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try {
            Running server = start(stage, data, Troupe.freePort());
            Scene scene = Scene.make(stage, data, new Rest(server.port()));
            Target target = server.target(client -> scene.people().get(client).auth());
            try (Comeback clients =
                    new Comeback(stage.generator(), target, stage.clients(), scene::held)) {
                stage.progress().say("connecting them");
                var _ = clients.come(PATIENCE);
                for (int time = 1; time <= TIMES; time++) {
                    stage.progress().say("%d of %d: kill -9".formatted(time, TIMES));
                    scene.say(new Rest(server.port()));
                    Comeback.Return back = clients.comeBack(GROUPS_EACH);
                    long killed = System.nanoTime();
                    server.child().kill();
                    server = start(stage, data, server.port());
                    double well = (System.nanoTime() - killed) / 1e9;
                    Tally tally = back.await(PATIENCE);
                    returns.add(new Return(well, server.child().stat().cpuMicros() / 1e6, tally));
                    scene.heard();
                }
            } finally {
                server.close();
            }
        } catch (LoadFailed | Unavailable e) {
            notes.add("could not go on: " + e.getMessage());
        }
        return report(stage, returns, notes);
    }

    private static Running start(Stage stage, Path data, int port) throws IOException, Unavailable {
        return WholeServer.start(
                stage.troupe(), stage.cores().twoCores(), stage.home().server(), data, port);
    }

    private Report report(Stage stage, List<Return> returns, List<String> notes) {
        double last = median(returns, Return::last);
        List<Table.Row> rows =
                returns.isEmpty()
                        ? List.of()
                        : List.of(
                                row("the server says that it is well", returns, Return::well),
                                row("half of them are back", returns, Return::half),
                                row("all of them are back", returns, Return::last),
                                row("processor time of the server", returns, Return::cpu));
        Table table =
                new Table(
                        "%,d clients, each with a message missed in %d conversations"
                                .formatted(stage.clients(), GROUPS_EACH),
                        "since kill -9, until",
                        List.of(Table.Column.figure("s", 2), Table.Column.detail("±", 0, " %")),
                        rows);
        return new Report(
                name(),
                "%s, which the server may use too · started again at once · median of %d"
                        .formatted(stage.cores(), TIMES),
                List.of(table),
                List.of(Goal.atMost("all back and caught up", last, 5).in("s")),
                notes);
    }

    private static Table.Row row(
            String what, List<Return> returns, ToDoubleFunction<Return> figure) {
        Median median = Median.of(returns.stream().map(figure::applyAsDouble).toList());
        return Table.Row.of(what, median.value(), median.spread() * 100);
    }

    private static double median(List<Return> returns, ToDoubleFunction<Return> figure) {
        return returns.isEmpty()
                ? Double.NaN
                : Median.of(returns.stream().map(figure::applyAsDouble).toList()).value();
    }
}
