// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.benchmarks;

import io.palabre.bench.host.ProcStat;
import io.palabre.bench.load.LoadFailed;
import io.palabre.bench.load.Tally;
import java.io.IOException;

/// One measurement: a load, and the processor time that server and generator spent while it ran.
record Sample(Tally tally, double serverMicros, double generatorMicros) {

    /// A load to be measured.
    interface Load {
        Tally run() throws IOException, LoadFailed;
    }

    static Sample take(ProcStat server, Load load) throws IOException, LoadFailed {
        ProcStat own = ProcStat.own();
        double serverBefore = server.cpuMicros();
        double ownBefore = own.cpuMicros();
        Tally tally = load.run();
        return new Sample(tally, server.cpuMicros() - serverBefore, own.cpuMicros() - ownBefore);
    }

    double serverPerOperation() {
        return serverMicros / tally.operations();
    }

    double generatorPerOperation() {
        return generatorMicros / tally.operations();
    }

    double perSecond() {
        return tally.operations() * 1e9 / tally.took().toNanos();
    }
}
