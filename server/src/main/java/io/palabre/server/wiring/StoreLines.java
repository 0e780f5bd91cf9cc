// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wiring;

import io.palabre.sql.StoreWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the store's troubles into the program's log.
final class StoreLines implements StoreWatch {
    private static final Logger LOG = LoggerFactory.getLogger("store");

    @Override
    public void written(Batch batch) {}

    @Override
    public void progress(String what) {
        LOG.info(what);
    }

    @Override
    public void fault(String what, Throwable cause) {
        LOG.error(what, cause);
    }
}
