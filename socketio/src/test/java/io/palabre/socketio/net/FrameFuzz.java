// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.buffer.Unpooled;

/// Whatever bytes come over a WebSocket, only [FrameError] comes out, and no message is larger than
/// allowed. A target for Jazzer.
public final class FrameFuzz {
    private static final int LIMIT = 300;

    private FrameFuzz() {}

    /// The bytes of a connection after the upgrade.
    public static void fuzzerTestOneInput(byte[] input) {
        var reader = new FrameReader(LIMIT, new Inflation());
        var bytes = Unpooled.wrappedBuffer(input);
        try {
            while (reader.next(bytes, new Bounded())) {}
        } catch (FrameError expected) {
            return;
        }
    }

    private static final class Bounded implements FrameReader.Receiver {
        @Override
        public void message(int opcode, byte[] payload) {
            if (payload.length > LIMIT) {
                throw new IllegalStateException("message of " + payload.length);
            }
            var _ = Utf8.decode(payload);
        }

        @Override
        public void control(int opcode, byte[] payload) {
            if (payload.length > 125) {
                throw new IllegalStateException("control frame of " + payload.length);
            }
            if (opcode == Frames.CLOSE) {
                ClosePayload.check(payload);
            }
        }
    }
}
