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
public record Stage(
        Home home,
        Cores cores,
        Generator generator,
        Troupe troupe,
        Peers peers,
        Progress progress,
        int rounds,
        Duration window) {

    /// How long a peer works before it is measured: its compiler needs some seconds.
    public Duration warmUp() {
        return window.multipliedBy(3);
    }

    /// The line under a table's title.
    public String conditions() {
        return "%s · %d interleaved rounds of %.1f s, medians"
                .formatted(cores, rounds, window.toMillis() / 1000.0);
    }
}
