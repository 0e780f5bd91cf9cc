// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.Time;
import io.palabre.core.log.Committed;
import io.palabre.core.log.Log;
import io.palabre.core.testing.PortraitsContract;
import io.palabre.core.testing.Ports;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;

class SqlitePortraitsTest extends PortraitsContract {

    @TempDir Path folder;

    @Override
    protected Ports open(Time time, Function<Log, Committed> told) {
        return SqlitePorts.open(folder, time, told);
    }
}
