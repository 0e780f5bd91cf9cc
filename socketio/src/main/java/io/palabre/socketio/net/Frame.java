// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.buffer.ByteBuf;
import io.palabre.socketio.engine.Encoded;
import org.jspecify.annotations.Nullable;

/// A packet as it goes over WebSockets that agreed on the same framing.
final class Frame {
    private final @Nullable Encoded packet;
    private final @Nullable Framing framing;
    final ByteBuf bytes;

    /// @param packet null for a control frame
    Frame(@Nullable Encoded packet, @Nullable Framing framing, ByteBuf bytes) {
        this.packet = packet;
        this.framing = framing;
        this.bytes = bytes;
    }

    boolean is(Encoded packet, Framing framing) {
        return packet.equals(this.packet) && framing.equals(this.framing);
    }
}
