// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.Time;
import io.palabre.core.log.Committed;
import io.palabre.core.log.Log;
import java.util.function.Function;

class InMemoryPortraitsTest extends PortraitsContract {

    @Override
    protected Ports open(Time time, Function<Log, Committed> told) {
        return InMemory.open(time, told);
    }
}
