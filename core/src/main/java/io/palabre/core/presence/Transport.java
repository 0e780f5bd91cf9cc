// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

/// How a device speaks to us.
public enum Transport {
    WEBSOCKET,
    POLLING,
    /// No socket: it signed in, or calls for a heartbeat now and then.
    REST
}
