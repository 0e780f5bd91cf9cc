// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.benchmarks;

import io.palabre.bench.Stage;
import io.palabre.bench.load.FanOut;
import io.palabre.bench.load.Pace;
import io.palabre.bench.report.Goal;
import io.palabre.bench.report.Report;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A room of 1,000 hears a text of 200 characters; once as fast as it goes, once at a calm pace.
public final class LibraryFanOut implements Benchmark {

    static final int ROOM = 1_000;
    static final int IN_FLIGHT = 4;
    static final double PER_SECOND = 20;

    @Override
    public String name() {
        return "fanout";
    }

    @Override
    public String about() {
        return "the library alone: a room of 1,000, closed loop (4 in flight) and open loop (20/s)";
    }

    @Override
    public Report run(Stage stage) throws IOException {
        try (Cast cast = Cast.assemble(stage, Cast.LIBRARIES, ROOM)) {
            Contest<Cast.Member> closed =
                    contest(
                            stage,
                            cast,
                            "fan-out closed, 4 broadcasts in flight",
                            window -> new Pace.Closed(IN_FLIGHT, window));
            Contest<Cast.Member> open =
                    contest(
                            stage,
                            cast,
                            "fan-out open, 20 broadcasts/s",
                            window -> new Pace.Open(PER_SECOND, window.multipliedBy(2)));
            List<String> notes = new ArrayList<>(cast.notes());
            notes.addAll(closed.failures());
            notes.addAll(open.failures());
            return new Report(
                    name(),
                    stage.conditions(),
                    List.of(closed.table("delivery", Cast.NODE), open.table("delivery", Cast.NODE)),
                    goals(closed, open),
                    notes);
        }
    }

    private interface PaceOf {
        Pace over(Duration window);
    }

    private static Contest<Cast.Member> contest(Stage stage, Cast cast, String title, PaceOf pace)
            throws IOException {
        return Contest.run(
                stage,
                title,
                cast.members(),
                Cast.Member::running,
                (member, window) ->
                        FanOut.run(
                                member.crowd(),
                                1,
                                member.running().peer().phrases().say(),
                                pace.over(window)));
    }

    private static List<Goal> goals(Contest<?> closed, Contest<?> open) {
        double ours = closed.series(Cast.LIBRARY).serverMicros();
        return List.of(
                Goal.atMost(
                        "closed, CPU beside bare Netty",
                        ours / closed.series(Cast.BARE).serverMicros(),
                        1.2),
                Goal.atMost(
                        "closed, CPU beside socket.io on Node",
                        ours / closed.series(Cast.NODE).serverMicros(),
                        0.15),
                Goal.atMost(
                        "open, CPU beside socket.io on Node",
                        open.series(Cast.LIBRARY).serverMicros()
                                / open.series(Cast.NODE).serverMicros(),
                        0.55));
    }
}
