// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.buffer.ByteBuf;
import io.palabre.socketio.engine.CloseCode;
import org.jspecify.annotations.Nullable;

/// The first bytes of a WebSocket frame from a client.
///
/// @param compressed whether the first reserved bit is set
/// @param mask the masking key
/// @param length bytes of payload
record FrameHeader(boolean last, boolean compressed, int opcode, int mask, long length) {

    /// Reads a header and moves behind it, or returns null and moves nothing if it is incomplete.
    ///
    /// @throws FrameError for anything a client must not send
    static @Nullable FrameHeader read(ByteBuf in) {
        if (in.readableBytes() < 2) {
            return null;
        }
        var first = in.getUnsignedByte(in.readerIndex());
        var second = in.getUnsignedByte(in.readerIndex() + 1);
        check(first, second);
        var lengthBytes = lengthBytes(second & 0x7f);
        if (in.readableBytes() < 2 + lengthBytes + 4) {
            return null;
        }
        in.skipBytes(2);
        var length = length(second & 0x7f, in);
        var compressed = (first & 0x40) != 0;
        return new FrameHeader((first & 0x80) != 0, compressed, first & 0x0f, in.readInt(), length);
    }

    boolean control() {
        return opcode >= Frames.CLOSE;
    }

    private static void check(int first, int second) {
        if ((first & 0x30) != 0) {
            throw new FrameError(CloseCode.PROTOCOL_ERROR, "reserved bits are set");
        }
        if ((second & 0x80) == 0) {
            throw new FrameError(CloseCode.PROTOCOL_ERROR, "frame is not masked");
        }
        var opcode = first & 0x0f;
        if (opcode > Frames.PONG || (opcode > Frames.BINARY && opcode < Frames.CLOSE)) {
            throw new FrameError(CloseCode.PROTOCOL_ERROR, "reserved opcode");
        }
        if (opcode >= Frames.CLOSE && ((first & 0xc0) != 0x80 || (second & 0x7f) > 125)) {
            throw new FrameError(CloseCode.PROTOCOL_ERROR, "malformed control frame");
        }
    }

    private static int lengthBytes(int length) {
        return switch (length) {
            case 126 -> 2;
            case 127 -> 8;
            default -> 0;
        };
    }

    private static long length(int length, ByteBuf in) {
        return switch (length) {
            case 126 -> in.readUnsignedShort();
            case 127 -> in.readLong();
            default -> length;
        };
    }
}
