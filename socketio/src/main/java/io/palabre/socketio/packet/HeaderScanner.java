// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

import static io.palabre.socketio.packet.SocketPacket.NO_ACK;

import io.palabre.socketio.engine.ProtocolError;

/// Reads `<type>[<attachments>-][/namespace,][ackId]` and stops where the payload begins.
final class HeaderScanner {
    private static final long MAX_ACK_ID = (1L << 53) - 1;
    private static final PacketType[] TYPES = PacketType.values();

    private final String text;
    private final PacketBounds bounds;
    private int at;

    HeaderScanner(String text, PacketBounds bounds) {
        this.text = text;
        this.bounds = bounds;
    }

    Header scan() {
        var type = type();
        var attachments = type.binary() ? attachments() : 0;
        var namespace = namespace();
        var ackId = ackId();
        return new Header(type, attachments, namespace, ackId, text, at);
    }

    private PacketType type() {
        var index = text.isEmpty() ? -1 : text.charAt(0) - '0';
        if (index < 0 || index >= TYPES.length) {
            throw new ProtocolError("unknown packet type");
        }
        at = 1;
        return TYPES[index];
    }

    private int attachments() {
        var count = number(bounds.maxAttachments(), "too many attachments");
        if (count < 0 || at == text.length() || text.charAt(at) != '-') {
            throw new ProtocolError("number of attachments expected");
        }
        at++;
        return (int) count;
    }

    private String namespace() {
        if (at == text.length() || text.charAt(at) != '/') {
            return "/";
        }
        var comma = text.indexOf(',', at);
        var end = comma < 0 ? text.length() : comma;
        if (end - at > PacketBounds.MAX_NAMESPACE) {
            throw new ProtocolError("name of the namespace is too long");
        }
        var name = text.substring(at, end);
        at = comma < 0 ? end : end + 1;
        return name;
    }

    private long ackId() {
        var id = number(MAX_ACK_ID, "acknowledgement id is too large");
        return id < 0 ? NO_ACK : id;
    }

    /// Decimal digits, or -1 if there are none.
    private long number(long max, String complaint) {
        var start = at;
        var value = 0L;
        while (at < text.length() && JsonScanner.isDigit(text.charAt(at))) {
            value = value * 10 + (text.charAt(at++) - '0');
            if (value > max) {
                throw new ProtocolError(complaint);
            }
        }
        return at == start ? -1 : value;
    }
}
