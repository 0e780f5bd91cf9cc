// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/// Writes a client's WebSocket frames: whole and masked.
final class ClientFrames {

    private static final int FIN = 0x80;
    private static final int MASKED = 0x80;
    private static final int TEXT = 1;
    private static final int PONG = 10;
    private static final int KEY = 0x5EC0DE17;

    private ClientFrames() {}

    static ByteBuf text(ByteBufAllocator allocator, byte[] payload) {
        return frame(allocator, TEXT, payload);
    }

    static ByteBuf pong(ByteBufAllocator allocator, byte[] payload) {
        return frame(allocator, PONG, payload);
    }

    private static ByteBuf frame(ByteBufAllocator allocator, int opcode, byte[] payload) {
        ByteBuf frame = allocator.directBuffer(14 + payload.length);
        frame.writeByte(FIN | opcode);
        if (payload.length < 126) {
            frame.writeByte(MASKED | payload.length);
        } else if (payload.length < 1 << 16) {
            frame.writeByte(MASKED | 126).writeShort(payload.length);
        } else {
            frame.writeByte(MASKED | 127).writeLong(payload.length);
        }
        frame.writeInt(KEY);
        int start = frame.writerIndex();
        frame.writeBytes(payload);
        mask(frame, start);
        return frame;
    }

    private static void mask(ByteBuf frame, int start) {
        int end = frame.writerIndex();
        int at = start;
        for (; at + 4 <= end; at += 4) frame.setInt(at, frame.getInt(at) ^ KEY);
        for (int shift = 24; at < end; at++, shift -= 8) {
            frame.setByte(at, frame.getByte(at) ^ (KEY >>> shift));
        }
    }
}
