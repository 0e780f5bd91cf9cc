// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.palabre.socketio.engine.CloseCode;
import io.palabre.socketio.engine.Encoded;
import io.palabre.socketio.engine.Payload;
import java.nio.charset.StandardCharsets;

/// Writes WebSocket frames (RFC 6455, section 5). A server masks nothing and fragments nothing.
final class Frames {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int FIN = 0x80;
    private static final int COMPRESSED = 0x40;
    private static final int MAX_HEADER = 10;

    private Frames() {}

    /// The frames of a packet: its text, and its attachments as binary frames.
    static ByteBuf encode(Encoded packet) {
        var buffer = buffer(packet.size() + MAX_HEADER * packet.packets());
        appendText(packet, buffer);
        for (var attachment : packet.attachments()) {
            append(BINARY, attachment, buffer);
        }
        return buffer;
    }

    /// The same with each message compressed that is worth it.
    static ByteBuf encodeDeflated(Encoded packet, Deflation deflation) {
        var buffer = buffer(packet.size() + MAX_HEADER * packet.packets());
        if (packet.text().length > 0) {
            appendDeflated(TEXT, packet.text(), deflation, buffer);
        }
        for (var attachment : packet.attachments()) {
            appendDeflated(BINARY, attachment, deflation, buffer);
        }
        return buffer;
    }

    private static void appendDeflated(
            int opcode, byte[] payload, Deflation deflation, ByteBuf buffer) {
        if (deflation.worthwhile(payload.length)) {
            append(COMPRESSED | opcode, deflation.deflate(payload), buffer);
        } else {
            append(opcode, payload, buffer);
        }
    }

    /// The same with attachments in base64, for clients that cannot take binary frames.
    static ByteBuf encodeBase64(Encoded packet) {
        var buffer = buffer(2 * packet.size() + MAX_HEADER * packet.packets());
        appendText(packet, buffer);
        for (var attachment : packet.attachments()) {
            append(TEXT, Payload.base64Text(attachment), buffer);
        }
        return buffer;
    }

    /// A control frame.
    static ByteBuf control(int opcode, byte[] payload) {
        var buffer = buffer(payload.length + MAX_HEADER);
        append(opcode, payload, buffer);
        return buffer;
    }

    /// A close frame.
    static ByteBuf close(CloseCode code, String reason) {
        var text = reason.getBytes(StandardCharsets.UTF_8);
        var payload = new byte[2 + Math.min(123, text.length)];
        payload[0] = (byte) (code.number >> 8);
        payload[1] = (byte) code.number;
        System.arraycopy(text, 0, payload, 2, payload.length - 2);
        return control(CLOSE, payload);
    }

    private static void appendText(Encoded packet, ByteBuf buffer) {
        if (packet.text().length > 0) {
            append(TEXT, packet.text(), buffer);
        }
    }

    private static void append(int opcodeAndBits, byte[] payload, ByteBuf buffer) {
        buffer.writeByte(FIN | opcodeAndBits);
        if (payload.length < 126) {
            buffer.writeByte(payload.length);
        } else if (payload.length < 65_536) {
            buffer.writeByte(126).writeShort(payload.length);
        } else {
            buffer.writeByte(127).writeLong(payload.length);
        }
        buffer.writeBytes(payload);
    }

    static ByteBuf buffer(int capacity) {
        return PooledByteBufAllocator.DEFAULT.directBuffer(capacity);
    }
}
