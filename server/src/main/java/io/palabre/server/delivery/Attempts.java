// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something again for a moment when it fails: the store may be able to be read the next time.
/// While it is not, nothing else waits for that.
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final long[] PAUSES_MILLIS = {20, 80, 400};

    private boolean failing;

    /// @return whether it was done
    /// @throws InterruptedException when it is to end meanwhile
    boolean did(Runnable telling) throws InterruptedException {
        int failures = 0;
        while (true) {
            try {
                telling.run();
                failing = false;
                return true;
            } catch (RuntimeException | Error e) {
                if (failing || failures == PAUSES_MILLIS.length) {
                    LOG.error("something committed was not told; clients will ask for it", e);
                    failing = true;
                    return false;
                }
                Thread.sleep(PAUSES_MILLIS[failures++]);
            }
        }
    }
}
