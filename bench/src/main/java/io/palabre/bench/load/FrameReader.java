// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import org.jspecify.annotations.Nullable;

/// Cuts a server's bytes into WebSocket frames, without copying those that arrive whole.
final class FrameReader {

    /// Where the frames go. The buffer is only lent.
    interface Sink {
        void text(ByteBuf bytes, int start, int end);

        void ping(byte[] payload);

        void close(String why);
    }

    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int PONG = 0x8A;
    private static final int SHORT_LENGTH = 126;
    private static final int LONG_LENGTH = 127;

    private @Nullable ByteBuf rest;

    /// Reads all whole frames and keeps what is left; takes over `incoming`.
    void read(ByteBuf incoming, Sink sink) {
        ByteBuf bytes = rest == null ? incoming : joined(rest, incoming);
        while (frame(bytes, sink)) {
            // next
        }
        if (!bytes.isReadable()) {
            bytes.release();
            rest = null;
        } else if (rest == null) {
            rest = bytes.readBytes(bytes.readableBytes());
            bytes.release();
        } else {
            bytes.discardSomeReadBytes();
        }
    }

    void release() {
        if (rest != null) rest.release();
        rest = null;
    }

    private static ByteBuf joined(ByteBuf rest, ByteBuf incoming) {
        rest.writeBytes(incoming);
        incoming.release();
        return rest;
    }

    private static boolean frame(ByteBuf bytes, Sink sink) {
        int at = bytes.readerIndex();
        int available = bytes.readableBytes();
        if (available < 2) return false;
        int length = bytes.getUnsignedByte(at + 1);
        int header = length < SHORT_LENGTH ? 2 : length == SHORT_LENGTH ? 4 : 10;
        if (available < header) return false;
        if (length == SHORT_LENGTH) length = bytes.getUnsignedShort(at + 2);
        else if (length == LONG_LENGTH) length = Math.toIntExact(bytes.getLong(at + 2));
        if (available - header < length) return false;
        dispatch(bytes, at + header, at + header + length, sink);
        bytes.readerIndex(at + header + length);
        return true;
    }

    private static void dispatch(ByteBuf bytes, int start, int end, Sink sink) {
        int kind = bytes.getUnsignedByte(bytes.readerIndex());
        switch (kind) {
            case TEXT -> sink.text(bytes, start, end);
            case PING -> sink.ping(ByteBufUtil.getBytes(bytes, start, end - start));
            case PONG -> {}
            case CLOSE ->
                    sink.close(
                            end - start < 2
                                    ? "without a code"
                                    : "code " + bytes.getUnsignedShort(start));
            default -> sink.close("unexpected frame 0x" + Integer.toHexString(kind));
        }
    }
}
