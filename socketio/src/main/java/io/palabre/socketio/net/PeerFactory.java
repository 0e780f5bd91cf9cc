// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.palabre.socketio.hub.Hub;
import io.palabre.socketio.hub.Link;
import io.palabre.socketio.hub.Opening;
import io.palabre.socketio.hub.Peer;

/// Makes the one who talks with a new client.
@FunctionalInterface
interface PeerFactory {

    /// Called on the lane of the connection.
    ///
    /// @param link the connection, which has not begun
    Peer peer(Hub hub, Link link, Opening opening);
}
