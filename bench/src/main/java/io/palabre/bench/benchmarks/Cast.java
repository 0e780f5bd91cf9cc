// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.benchmarks;

import io.palabre.bench.Stage;
import io.palabre.bench.load.Crowd;
import io.palabre.bench.load.LoadFailed;
import io.palabre.bench.peers.Peer;
import io.palabre.bench.peers.Peers;
import io.palabre.bench.peers.Running;
import io.palabre.bench.peers.Unavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The peers of one benchmark, running side by side, each with a crowd of its own.
final class Cast implements AutoCloseable {

    static final String LIBRARY = "Palabre socketio";
    static final String BARE = "bare Netty";
    static final String NODE = "socket.io on Node";
    static final String NETTY_SOCKETIO = "netty-socketio";

    /// A way to a peer.
    interface Part {
        Peer find(Peers peers) throws Unavailable;
    }

    /// The Socket.IO servers and the bare lower bound.
    static final List<Part> LIBRARIES =
            List.of(Peers::library, Peers::bareNetty, Peers::socketIoOnNode, Peers::nettySocketIo);

    /// A peer and who is connected to it.
    record Member(Running running, Crowd crowd) {}

    private final List<Member> members = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /// Starts each part and connects its crowd; what cannot be had is noted.
    static Cast assemble(Stage stage, List<Part> parts, int crowdSize) {
        Cast cast = new Cast();
        for (Part part : parts) cast.engage(stage, part, crowdSize);
        return cast;
    }

    /// Finds the peers without starting any; what cannot be had is noted.
    static List<Peer> find(Stage stage, List<Part> parts, List<String> notes) {
        List<Peer> found = new ArrayList<>();
        for (Part part : parts) {
            try {
                found.add(part.find(stage.peers()));
            } catch (Unavailable e) {
                notes.add("skipped: " + e.getMessage());
            }
        }
        return found;
    }

    List<Member> members() {
        return members;
    }

    List<String> notes() {
        return notes;
    }

    void add(Member member) {
        members.add(member);
    }

    private void engage(Stage stage, Part part, int crowdSize) {
        for (Peer peer : find(stage, List.of(part), notes)) {
            stage.progress().say("starting " + peer.name() + ", " + crowdSize + " clients");
            try {
                Running running = stage.troupe().start(peer, stage.cores().oneCore());
                members.add(
                        new Member(running, stage.generator().gather(running.target(), crowdSize)));
            } catch (IOException | LoadFailed e) {
                notes.add("%s could not take part: %s".formatted(peer.name(), e.getMessage()));
            }
        }
    }

    @Override
    public void close() {
        for (Member member : members) {
            member.crowd().close();
            member.running().close();
        }
    }
}
