// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

import io.palabre.socketio.FaultListener;

/// Where exceptions of listeners go: to the program if it listens, otherwise to the system log.
public final class Faults {
    private static final System.Logger LOG = System.getLogger("io.palabre.socketio");

    private volatile FaultListener listener =
            (where, fault) -> LOG.log(System.Logger.Level.ERROR, where, fault);

    /// Sets who hears about them.
    public void listener(FaultListener listener) {
        this.listener = listener;
    }

    /// Reports one.
    void report(String where, Throwable fault) {
        listener.fault(where, fault);
    }
}
