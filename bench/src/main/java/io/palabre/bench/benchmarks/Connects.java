// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.benchmarks;

import io.palabre.bench.Stage;
import io.palabre.bench.load.Churn;
import io.palabre.bench.report.Goal;
import io.palabre.bench.report.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Clients that come over WebSocket, connect to the namespace, and go.
public final class Connects implements Benchmark {

    private static final int VISITS = 10_000;

    @Override
    public String name() {
        return "connect";
    }

    @Override
    public String about() {
        return "the library alone: clients that connect and go, 32 at a time";
    }

    @Override
    public Report run(Stage stage) throws IOException {
        try (Cast cast = Cast.assemble(stage, Cast.LIBRARIES, 1)) {
            Contest<Cast.Member> contest =
                    Contest.run(
                            stage,
                            "connect and go, 10,000 visits a round",
                            cast.members(),
                            Cast.Member::running,
                            (member, _) ->
                                    Churn.run(
                                            stage.generator(), member.running().target(), VISITS));
            List<String> notes = new ArrayList<>(cast.notes());
            notes.addAll(contest.failures());
            return new Report(
                    name(),
                    stage.conditions(),
                    List.of(contest.table("connect", Cast.NODE)),
                    goals(contest),
                    notes);
        }
    }

    private static List<Goal> goals(Contest<?> contest) {
        Series ours = contest.series(Cast.LIBRARY);
        return List.of(
                Goal.atMost(
                        "CPU beside socket.io on Node",
                        ours.serverMicros() / contest.series(Cast.NODE).serverMicros(),
                        0.4),
                Goal.atLeast("connects a second", ours.perSecond(), 2_500).in("connect/s"));
    }
}
