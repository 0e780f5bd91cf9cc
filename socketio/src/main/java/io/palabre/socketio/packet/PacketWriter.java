// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

import io.palabre.socketio.engine.Encoded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the packets that a server sends, as Engine.IO messages.
public final class PacketWriter {
    private PacketWriter() {}

    /// `40{"sid":"…"}`, with the private id for recovery if there is one.
    public static Encoded connected(String namespace, String sid, @Nullable String pid) {
        var recovery = pid == null ? "" : ",\"pid\":\"" + pid + '"';
        var json = "{\"sid\":\"" + sid + '"' + recovery + '}';
        return Encoded.of(start(PacketType.CONNECT, 0, namespace).append(json).toString());
    }

    /// `44{"message":"…","data":…}`.
    public static Encoded refused(String namespace, String message, @Nullable String dataJson) {
        var packet = start(PacketType.CONNECT_ERROR, 0, namespace);
        packet.append("{\"message\":");
        JsonWriter.quote(message, packet);
        if (dataJson != null) {
            packet.append(",\"data\":").append(dataJson);
        }
        return Encoded.of(packet.append('}').toString());
    }

    /// `41`.
    public static Encoded disconnected(String namespace) {
        return Encoded.of(start(PacketType.DISCONNECT, 0, namespace).toString());
    }

    /// `42["name",…]`, or `45n-["name",…]` with attachments.
    ///
    /// @param ackId asks for an acknowledgement unless it is [SocketPacket#NO_ACK]
    /// @param json the payload, an array with the name first
    public static Encoded event(
            String namespace, long ackId, CharSequence json, List<byte[]> attachments) {
        var type = attachments.isEmpty() ? PacketType.EVENT : PacketType.BINARY_EVENT;
        return withPayload(type, namespace, ackId, json, attachments);
    }

    /// `43id[…]`, or `46n-id[…]` with attachments.
    ///
    /// @param json the payload, an array
    public static Encoded ack(
            String namespace, long ackId, CharSequence json, List<byte[]> attachments) {
        var type = attachments.isEmpty() ? PacketType.ACK : PacketType.BINARY_ACK;
        return withPayload(type, namespace, ackId, json, attachments);
    }

    private static Encoded withPayload(
            PacketType type,
            String namespace,
            long ackId,
            CharSequence json,
            List<byte[]> attachments) {
        var packet = start(type, attachments.size(), namespace);
        if (ackId != SocketPacket.NO_ACK) {
            packet.append(ackId);
        }
        return Encoded.of(packet.append(json).toString(), attachments);
    }

    private static StringBuilder start(PacketType type, int attachments, String namespace) {
        var packet = new StringBuilder(128).append('4').append(type.digit);
        if (type.binary()) {
            packet.append(attachments).append('-');
        }
        if (!namespace.equals("/")) {
            packet.append(namespace).append(',');
        }
        return packet;
    }
}
