// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.engine;

import java.util.ArrayList;
import java.util.List;

/// Packets that wait for the next poll, bounded in bytes and number.
final class Backlog {
    private final OutboundBounds bounds;
    private List<Encoded> packets = List.of();
    private int bytes;

    Backlog(OutboundBounds bounds) {
        this.bounds = bounds;
    }

    boolean isEmpty() {
        return packets.isEmpty();
    }

    /// Keeps a packet, or returns false if there is no room. There is always room for one.
    boolean offer(Encoded packet) {
        if (packets.isEmpty()) {
            packets = new ArrayList<>(4);
        } else if (bytes + packet.size() > bounds.bytes() || packets.size() >= bounds.packets()) {
            return false;
        }
        packets.add(packet);
        bytes += packet.size();
        return true;
    }

    /// Keeps a packet that ends the session, whether there is room or not.
    void last(Encoded packet) {
        packets = new ArrayList<>(packets);
        packets.add(packet);
    }

    /// Everything that waits; nothing waits any more.
    List<Encoded> drain() {
        var all = packets;
        packets = List.of();
        bytes = 0;
        return all;
    }
}
