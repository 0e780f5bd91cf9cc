// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadEventLoop;
import io.palabre.socketio.SocketIoOptions;
import io.palabre.socketio.hub.Lanes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The lane of each event loop.
final class LaneFinder {
    private final SocketIoOptions options;
    private final Lanes lanes;
    private final Map<EventLoop, EventLane> known = new ConcurrentHashMap<>();

    LaneFinder(SocketIoOptions options, Lanes lanes) {
        this.options = options;
        this.lanes = lanes;
    }

    EventLane of(EventLoop loop) {
        var lane = known.get(loop);
        return lane != null ? lane : add(loop);
    }

    private synchronized EventLane add(EventLoop loop) {
        return known.computeIfAbsent(
                loop,
                l -> {
                    var lane = new EventLane((SingleThreadEventLoop) l, lanes.count(), options);
                    lanes.add(lane);
                    return lane;
                });
    }
}
