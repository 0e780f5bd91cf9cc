// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.benchmarks;

import io.palabre.bench.Stage;
import io.palabre.bench.load.Crowd;
import io.palabre.bench.load.LoadFailed;
import io.palabre.bench.load.RoundTrips;
import io.palabre.bench.load.Tally;
import io.palabre.bench.peers.ChatMessage;
import io.palabre.bench.peers.Peer;
import io.palabre.bench.peers.Rest;
import io.palabre.bench.peers.Running;
import io.palabre.bench.peers.Unavailable;
import io.palabre.bench.peers.WholeServer;
import io.palabre.bench.report.Goal;
import io.palabre.bench.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// 64 people in 32 private conversations, each sending its next message once the last is
/// acknowledged, which is once it is on disk. All on the same disk; the server may use both cores.
public final class DurableSends implements Benchmark {

    private static final int SENDERS = 64;
    private static final String BARE = "bare SQLite";
    private static final String NODE = "socket.io + better-sqlite3";

    /// Who runs, who is connected, and the work.
    private record Entrant(Running running, Work work) implements AutoCloseable {
        @Override
        public void close() {
            running.close();
        }
    }

    private interface Work {
        Tally run(Duration window) throws IOException, LoadFailed;
    }

    @Override
    public String name() {
        return "sends";
    }

    @Override
    public String about() {
        return "the whole server: durable acknowledged sends, 64 senders; beside bare SQLite";
    }

    @Override
    public Report run(Stage stage) throws IOException {
        List<String> notes = new ArrayList<>();
        List<Entrant> entrants = new ArrayList<>();
        try {
            Path data = stage.home().emptied("sends");
            enter(entrants, notes, WholeServer.NAME, () -> palabre(stage, data));
            enter(entrants, notes, BARE, () -> bare(stage, data));
            enter(entrants, notes, NODE, () -> node(stage, data));
            Contest<Entrant> contest =
                    Contest.run(
                            stage,
                            "durable sends of 200 characters, 64 senders",
                            entrants,
                            Entrant::running,
                            (entrant, window) -> entrant.work().run(window));
            notes.addAll(contest.failures());
            return report(stage, contest, notes);
        } finally {
            entrants.forEach(Entrant::close);
        }
    }

    private interface Entry {
        Entrant make() throws IOException, LoadFailed, Unavailable;
    }

    private static void enter(
            List<Entrant> entrants, List<String> notes, String name, Entry entry) {
        try {
            entrants.add(entry.make());
        } catch (IOException | LoadFailed | Unavailable e) {
            notes.add("%s could not take part: %s".formatted(name, e.getMessage()));
        }
    }

    private static Entrant palabre(Stage stage, Path data)
            throws IOException, LoadFailed, Unavailable {
        stage.progress().say("starting the server, 64 people");
        Running server =
                WholeServer.start(
                        stage.troupe(),
                        stage.cores().twoCores(),
                        stage.home().server(),
                        data.resolve("palabre"));
        Rest rest = new Rest(server.port());
        List<Rest.Account> people = rest.enrol(SENDERS, data.resolve("palabre"));
        List<String> conversations = new ArrayList<>();
        for (int i = 0; i < SENDERS; i += 2) {
            conversations.add(rest.pair(people.get(i), people.get(i + 1)));
        }
        Crowd crowd =
                stage.generator()
                        .gather(server.target(number -> people.get(number).auth()), SENDERS);
        return sending(server, crowd, client -> conversations.get(client / 2));
    }

    private static Entrant bare(Stage stage, Path data) throws IOException {
        Peer peer = stage.peers().groupCommit(data, stage.home().schema());
        Running loop = stage.troupe().start(peer, stage.cores().twoCores());
        return new Entrant(loop, loop::groupCommit);
    }

    private static Entrant node(Stage stage, Path data)
            throws IOException, LoadFailed, Unavailable {
        IntFunction<String> auth =
                client ->
                        "{\"conversation\":\"c%d\",\"sender\":\"s%d\"}"
                                .formatted(client / 2, client);
        Running node =
                stage.troupe()
                        .start(stage.peers().durableNode(data, auth), stage.cores().twoCores());
        Crowd crowd = stage.generator().gather(node.target(), SENDERS);
        return sending(node, crowd, client -> "c" + client / 2);
    }

    private static Entrant sending(Running server, Crowd crowd, IntFunction<String> conversation) {
        ChatMessage message = new ChatMessage("bench", conversation);
        return new Entrant(server, window -> RoundTrips.run(crowd, message, window));
    }

    private Report report(Stage stage, Contest<Entrant> contest, List<String> notes) {
        Series ours = contest.series(WholeServer.NAME);
        Series node = contest.series(NODE);
        List<Goal> goals =
                List.of(
                        Goal.atLeast(
                                "rate beside bare SQLite",
                                ours.perSecond() / contest.series(BARE).perSecond(),
                                0.5),
                        Goal.atLeast("rate beside " + NODE, ours.perSecond() / node.perSecond(), 5),
                        Goal.atMost(
                                "CPU beside " + NODE,
                                ours.serverMicros() / node.serverMicros(),
                                0.5));
        String conditions =
                "%s, which servers may use too · fsync before each acknowledgement"
                        .formatted(stage.conditions());
        return new Report(name(), conditions, List.of(contest.table("send", BARE)), goals, notes);
    }
}
