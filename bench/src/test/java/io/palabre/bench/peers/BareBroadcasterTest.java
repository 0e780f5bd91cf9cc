// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.bench.load.Churn;
import io.palabre.bench.load.Crowd;
import io.palabre.bench.load.Dialect;
import io.palabre.bench.load.FanOut;
import io.palabre.bench.load.Generator;
import io.palabre.bench.load.LoadFailed;
import io.palabre.bench.load.Pace;
import io.palabre.bench.load.RoundTrips;
import io.palabre.bench.load.Tally;
import io.palabre.bench.load.Target;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The loads over real sockets, on the simplest of the peers.
@EnabledOnOs(OS.LINUX)
class BareBroadcasterTest {

    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final Phrases RAW = Phrases.RAW;

    private Generator generator;
    private BareBroadcaster server;
    private Target target;

    @BeforeEach
    void start() {
        generator = new Generator();
        server = BareBroadcaster.listen(0, false);
        target = new Target(server.port(), new Dialect.Raw());
    }

    @AfterEach
    void stop() {
        generator.close();
        server.close();
    }

    @Test
    void everyone_hears_everything_once_and_each_delivery_is_counted() throws LoadFailed {
        Crowd crowd = generator.gather(target, 20);

        Tally closed = FanOut.run(crowd, 3, RAW.say(), new Pace.Closed(4, MOMENT));
        Tally open = FanOut.run(crowd, 1, RAW.say(), new Pace.Open(100, MOMENT));

        assertThat(closed.operations()).isPositive().isEqualTo(closed.latency().getTotalCount());
        assertThat(open.operations()).isEqualTo(5 * 20).isEqualTo(open.latency().getTotalCount());
    }

    @Test
    void round_trips_and_visits_are_counted() throws LoadFailed {
        Tally echoes = RoundTrips.run(generator.gather(target, 5), RAW.echo(), MOMENT);
        Tally visits = Churn.run(generator, target, 100);

        assertThat(echoes.operations()).isGreaterThanOrEqualTo(5);
        assertThat(echoes.latency().getTotalCount()).isEqualTo(echoes.operations());
        assertThat(visits.operations()).isEqualTo(100);
    }

    @Test
    void a_server_that_goes_away_fails_the_load() throws LoadFailed {
        Crowd crowd = generator.gather(target, 3);
        server.close();

        assertThatThrownBy(() -> RoundTrips.run(crowd, RAW.echo(), MOMENT))
                .isInstanceOf(LoadFailed.class);
        assertThatThrownBy(() -> generator.gather(target, 1)).isInstanceOf(LoadFailed.class);
    }
}
