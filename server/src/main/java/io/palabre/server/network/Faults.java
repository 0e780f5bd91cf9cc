// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Faults: one line in the log with a name by which the client can be helped.
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger("fault");
    private static final int LENGTH = 8;

    private Faults() {}

    /// Writes it down.
    ///
    /// @param where what was being answered, without anything a client made up
    /// @return what to tell the client
    static String log(String where, Throwable fault) {
        var id = UUID.randomUUID().toString().substring(0, LENGTH);
        LOG.error("fault {} in {}", id, where, fault);
        return "Fault " + id + ".";
    }
}
