// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.benchmarks;

import io.palabre.bench.Stage;
import io.palabre.bench.load.RoundTrips;
import io.palabre.bench.report.Goal;
import io.palabre.bench.report.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Clients that each say 200 characters, wait for the acknowledgement with the same text, and go
/// on.
public final class Echo implements Benchmark {

    private static final int CLIENTS = 64;

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public String about() {
        return "the library alone: round trips with acknowledgement, 64 clients";
    }

    @Override
    public Report run(Stage stage) throws IOException {
        try (Cast cast = Cast.assemble(stage, Cast.LIBRARIES, CLIENTS)) {
            Contest<Cast.Member> contest =
                    Contest.run(
                            stage,
                            "echo with acknowledgement, 64 clients",
                            cast.members(),
                            Cast.Member::running,
                            (member, window) ->
                                    RoundTrips.run(
                                            member.crowd(),
                                            member.running().peer().phrases().echo(),
                                            window));
            List<String> notes = new ArrayList<>(cast.notes());
            notes.addAll(contest.failures());
            Goal goal =
                    Goal.atMost(
                            "CPU beside socket.io on Node",
                            contest.series(Cast.LIBRARY).serverMicros()
                                    / contest.series(Cast.NODE).serverMicros(),
                            0.45);
            return new Report(
                    name(),
                    stage.conditions(),
                    List.of(contest.table("round trip", Cast.NODE)),
                    List.of(goal),
                    notes);
        }
    }
}
