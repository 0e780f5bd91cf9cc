// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench;

import io.palabre.bench.host.Cores;
import io.palabre.bench.load.Generator;
import io.palabre.bench.peers.Peers;
import io.palabre.bench.peers.Troupe;
import io.palabre.bench.report.Progress;
import java.time.Duration;

/// What every benchmark is given.
///
/// @param troupe starts peers and ends them all
/// @param window how long one measurement of one peer lasts
/// @param clients how many come back in `reconnect`
public record Stage(
        Home home,
        Cores cores,
        Generator generator,
        Troupe troupe,
        Peers peers,
        Progress progress,
        int rounds,
        Duration window,
        int clients) {

    /// The same with measurements that last at least so long.
    public Stage atLeast(Duration length) {
        Duration longer = length.compareTo(window) > 0 ? length : window;
        return new Stage(home, cores, generator, troupe, peers, progress, rounds, longer, clients);
    }

    /// The line under a table's title.
    public String conditions() {
        return "%s · %s · %d interleaved rounds of %.1f s, medians"
                .formatted(
                        cores,
                        peers.ioUring() ? "our Java peers on io_uring" : "our Java peers on epoll",
                        rounds,
                        window.toMillis() / 1000.0);
    }
}
