// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.palabre.socketio.RequestGate;
import io.palabre.socketio.SocketIoOptions;
import io.palabre.socketio.hub.Hub;
import io.palabre.socketio.hub.Opening;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/// What all requests of one server share.
final class ServerState {
    private final SocketIoOptions options;
    private final Hub hub;
    private final Sessions sessions;
    private final LaneFinder lanes;
    private volatile RequestGate gate = _ -> RequestGate.allow();
    private final PeerFactory peers;
    private volatile boolean closing;

    /// @param peers makes the one who talks with a new client
    ServerState(SocketIoOptions options, PeerFactory peers) {
        this.options = options;
        this.peers = peers;
        this.hub = new Hub(options);
        this.sessions = new Sessions(options.limits().sessionsPerAddress());
        this.lanes = new LaneFinder(options, hub.lanes());
    }

    SocketIoOptions options() {
        return options;
    }

    Hub hub() {
        return hub;
    }

    Sessions sessions() {
        return sessions;
    }

    LaneFinder lanes() {
        return lanes;
    }

    RequestGate gate() {
        return gate;
    }

    void gate(RequestGate gate) {
        this.gate = gate;
    }

    boolean closing() {
        return closing;
    }

    /// The name of the heartbeat that a client asks for, if it is one of ours.
    @Nullable String heartbeat(Opening opening) {
        var heartbeats = options.heartbeats();
        if (heartbeats.isEmpty()) {
            return null;
        }
        var asked = opening.query().get("profile");
        return asked != null && heartbeats.containsKey(asked) ? asked : null;
    }

    /// A session that has not begun.
    Session session(EventLane lane, Opening opening) {
        return new Session(this, lane, opening, peers);
    }

    /// Ends all sessions and admits no more. Completes when the last is gone.
    Future<Void> close() {
        closing = true;
        sessions.all().forEach(Session::shutDown);
        return sessions.empty();
    }
}
