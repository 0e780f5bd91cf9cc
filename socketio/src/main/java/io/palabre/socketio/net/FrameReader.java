// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.buffer.ByteBuf;
import io.palabre.socketio.engine.CloseCode;
import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// Turns the bytes of a client into WebSocket messages. Keeps nothing but what has arrived of an
/// unfinished frame or message, and never more than one message may be long.
final class FrameReader {
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] NOTHING = new byte[0];

    private final int maxMessage;
    private final @Nullable Inflation inflation;
    private @Nullable FrameHeader header;
    private @Nullable ByteArrayOutputStream message;
    private int messageOpcode;
    private boolean messageCompressed;

    /// Takes what was read.
    interface Receiver {
        /// A text or binary message.
        void message(int opcode, byte[] payload);

        /// A close, ping or pong frame.
        void control(int opcode, byte[] payload);
    }

    /// @param inflation how compressed messages are read, or null if they are an error
    FrameReader(int maxMessage, @Nullable Inflation inflation) {
        this.maxMessage = maxMessage;
        this.inflation = inflation;
    }

    /// Reads the next frame.
    ///
    /// @return false if more bytes are needed first
    /// @throws FrameError for anything a client must not send
    boolean next(ByteBuf in, Receiver receiver) {
        if (header == null) {
            header = FrameHeader.read(in);
            if (header != null) {
                check(header);
            }
        }
        if (header == null || in.readableBytes() < header.length()) {
            return false;
        }
        var frame = header;
        header = null;
        var payload = payload(frame, in);
        if (frame.control()) {
            receiver.control(frame.opcode(), payload);
        } else {
            data(frame, payload, receiver);
        }
        return true;
    }

    private void check(FrameHeader frame) {
        if (frame.compressed() && (inflation == null || frame.opcode() == Frames.CONTINUATION)) {
            throw new FrameError(CloseCode.PROTOCOL_ERROR, "frame is compressed");
        }
        if (!frame.control() && (frame.opcode() == Frames.CONTINUATION) != (message != null)) {
            throw new FrameError(CloseCode.PROTOCOL_ERROR, "fragment out of order");
        }
        var before = message == null ? 0 : message.size();
        if (frame.length() < 0 || before + frame.length() > maxMessage) {
            throw new FrameError(CloseCode.TOO_BIG, "message is too big");
        }
    }

    private void data(FrameHeader frame, byte[] payload, Receiver receiver) {
        if (frame.opcode() != Frames.CONTINUATION) {
            messageOpcode = frame.opcode();
            messageCompressed = frame.compressed();
        }
        if (!frame.last()) {
            message = message == null ? new ByteArrayOutputStream(2 * payload.length) : message;
            message.writeBytes(payload);
            return;
        }
        var whole = payload;
        if (message != null) {
            message.writeBytes(payload);
            whole = message.toByteArray();
            message = null;
        }
        receiver.message(messageOpcode, inflated(whole));
    }

    private byte[] inflated(byte[] payload) {
        return messageCompressed && inflation != null
                ? inflation.inflate(payload, maxMessage)
                : payload;
    }

    private static byte[] payload(FrameHeader frame, ByteBuf in) {
        var length = (int) frame.length();
        if (length == 0) {
            return NOTHING;
        }
        var payload = new byte[length];
        in.readBytes(payload);
        unmask(payload, frame.mask());
        return payload;
    }

    private static void unmask(byte[] payload, int mask) {
        var wide = ((long) mask << 32) | (mask & 0xffff_ffffL);
        var i = 0;
        for (; i + 8 <= payload.length; i += 8) {
            LONGS.set(payload, i, (long) LONGS.get(payload, i) ^ wide);
        }
        for (; i < payload.length; i++) {
            payload[i] ^= (byte) (mask >> (24 - 8 * (i & 3)));
        }
    }
}
