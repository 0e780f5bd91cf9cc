// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.channel.WriteBufferWaterMark;
import io.palabre.socketio.SocketIoOptions;
import io.palabre.socketio.engine.OutboundBounds;
import java.time.Duration;

/// What all WebSockets of a server have in common.
///
/// @param maxMessage largest message accepted, in bytes
/// @param outbound how much may wait for a slow client
/// @param waterMark from where on droppable packets are dropped
/// @param closing how long the client has to answer a close frame
record WebSocketRules(
        int maxMessage, OutboundBounds outbound, WriteBufferWaterMark waterMark, Duration closing) {

    static WebSocketRules of(SocketIoOptions options) {
        var limits = options.limits();
        return new WebSocketRules(
                limits.maxPayload(),
                new OutboundBounds(limits.outboundBytes(), limits.outboundPackets()),
                new WriteBufferWaterMark(limits.outboundBytes() / 8, limits.outboundBytes() / 4),
                options.timeouts().closing());
    }
}
