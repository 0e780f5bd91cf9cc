// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.benchmarks;

import io.palabre.bench.Stage;
import io.palabre.bench.load.Crowd;
import io.palabre.bench.load.FanOut;
import io.palabre.bench.load.LoadFailed;
import io.palabre.bench.load.Pace;
import io.palabre.bench.load.Utterance;
import io.palabre.bench.peers.ChatMessage;
import io.palabre.bench.peers.Peers;
import io.palabre.bench.peers.Rest;
import io.palabre.bench.peers.Running;
import io.palabre.bench.peers.Unavailable;
import io.palabre.bench.peers.WholeServer;
import io.palabre.bench.report.Goal;
import io.palabre.bench.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A group of 1,000 through everything that the server does for a message (identity, permission,
/// log, fsync, encoding), beside servers that send the same bytes to a room and keep nothing.
public final class ServerFanOut implements Benchmark {

    private static final List<Cast.Part> WITHOUT_STORAGE =
            List.of(Peers::library, Peers::socketIoOnNode);

    /// Who runs, who is connected, and what they say.
    private record Entrant(Running running, Crowd crowd, Utterance utterance) {}

    @Override
    public String name() {
        return "fanout-server";
    }

    @Override
    public String about() {
        return "the whole server: 1,000 members, each message on disk first; beside no storage at all";
    }

    @Override
    public Report run(Stage stage) throws IOException {
        List<Entrant> entrants = new ArrayList<>();
        try (Cast cast = Cast.assemble(stage, WITHOUT_STORAGE, LibraryFanOut.ROOM)) {
            Utterance toRoom = new ChatMessage("bench", _ -> "01jd0000000000000000000000");
            for (Cast.Member member : cast.members()) {
                entrants.add(new Entrant(member.running(), member.crowd(), toRoom));
            }
            try {
                entrants.addFirst(palabre(stage, cast));
            } catch (IOException | LoadFailed | Unavailable e) {
                cast.notes().add("the server could not take part: " + e.getMessage());
            }
            Contest<Entrant> contest =
                    Contest.run(
                            stage,
                            "a group of 1,000, 4 messages in flight",
                            entrants,
                            Entrant::running,
                            (entrant, window) ->
                                    FanOut.run(
                                            entrant.crowd(),
                                            LibraryFanOut.IN_FLIGHT,
                                            entrant.utterance(),
                                            new Pace.Closed(LibraryFanOut.IN_FLIGHT, window)));
            return report(stage, cast, contest);
        }
    }

    private static Entrant palabre(Stage stage, Cast cast)
            throws IOException, LoadFailed, Unavailable {
        Path data = stage.home().emptied("fanout-server");
        Running server =
                WholeServer.start(
                        stage.troupe(), stage.cores().oneCore(), stage.home().server(), data);
        stage.progress().say("making 1,000 accounts");
        Rest rest = new Rest(server.port());
        List<Rest.Account> people = rest.enrol(LibraryFanOut.ROOM, data);
        String group = rest.group(people);
        stage.progress().say("connecting them");
        Crowd crowd =
                stage.generator()
                        .gather(
                                server.target(number -> people.get(number).auth()),
                                LibraryFanOut.ROOM);
        cast.add(new Cast.Member(server, crowd));
        return new Entrant(server, crowd, new ChatMessage("bench", _ -> group));
    }

    private Report report(Stage stage, Cast cast, Contest<Entrant> contest) {
        double ours = contest.series(WholeServer.NAME).serverMicros();
        List<String> notes = new ArrayList<>(cast.notes());
        notes.addAll(contest.failures());
        return new Report(
                name(),
                stage.conditions(),
                List.of(contest.table("delivery", Cast.NODE)),
                List.of(
                        Goal.atMost(
                                "CPU beside the library alone",
                                ours / contest.series(Cast.LIBRARY).serverMicros(),
                                1.2),
                        Goal.atMost(
                                "CPU beside socket.io on Node without storage",
                                ours / contest.series(Cast.NODE).serverMicros(),
                                0.2)),
                notes);
    }
}
