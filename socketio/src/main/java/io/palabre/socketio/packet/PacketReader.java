// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

import static io.palabre.socketio.packet.SocketPacket.NO_ACK;

import io.palabre.socketio.engine.ProtocolError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the packets of one client. A packet with binary attachments is complete when the last of
/// them has arrived; nothing else may come in between.
public final class PacketReader {
    private final PacketBounds bounds;
    private @Nullable Header awaiting;
    private List<byte[]> attachments = List.of();
    private long attachmentBytes;

    /// A reader for one connection.
    public PacketReader(PacketBounds bounds) {
        this.bounds = bounds;
    }

    /// Whether attachments of the last packet are still to come.
    public boolean awaitsAttachments() {
        return awaiting != null;
    }

    /// Forgets a packet whose attachments have not all arrived.
    public void forget() {
        awaiting = null;
        attachments = List.of();
        attachmentBytes = 0;
    }

    /// Reads the text of a packet.
    ///
    /// @return the packet, or null if its attachments are still to come
    /// @throws ProtocolError if this is no packet, or attachments were to come first
    public @Nullable SocketPacket text(String text) {
        if (awaiting != null) {
            throw new ProtocolError("attachment expected");
        }
        var header = new HeaderScanner(text, bounds).scan();
        if (header.attachments() > 0) {
            awaiting = header;
            attachments = new ArrayList<>(header.attachments());
            return null;
        }
        return complete(header, List.of());
    }

    /// Takes an attachment.
    ///
    /// @return the packet if it was the last, otherwise null
    /// @throws ProtocolError if no attachment was to come, or they are too large together
    public @Nullable SocketPacket attachment(byte[] bytes) {
        var header = awaiting;
        if (header == null) {
            throw new ProtocolError("no attachment expected");
        }
        attachmentBytes += bytes.length;
        if (attachmentBytes > bounds.maxAttachmentBytes()) {
            throw new ProtocolError("attachments are too large");
        }
        attachments.add(bytes);
        if (attachments.size() < header.attachments()) {
            return null;
        }
        var all = attachments;
        forget();
        return complete(header, all);
    }

    private SocketPacket complete(Header header, List<byte[]> attachments) {
        return switch (header.type()) {
            case CONNECT -> new SocketPacket.Connect(header.namespace(), auth(header));
            case DISCONNECT -> disconnect(header);
            case EVENT, BINARY_EVENT -> event(header, attachments);
            case ACK, BINARY_ACK -> ack(header, attachments);
            case CONNECT_ERROR -> throw new ProtocolError("connect error from a client");
        };
    }

    private static SocketPacket disconnect(Header header) {
        if (header.hasPayload()) {
            throw new ProtocolError("disconnect with a payload");
        }
        return new SocketPacket.Disconnect(header.namespace());
    }

    private String auth(Header header) {
        if (!header.hasPayload()) {
            return "{}";
        }
        new JsonScanner(header.text(), header.rest(), bounds.maxJsonDepth(), null).object();
        return header.text().substring(header.rest());
    }

    private SocketPacket event(Header header, List<byte[]> attachments) {
        var payload = array(header);
        if (payload.size() == 0) {
            throw new ProtocolError("event without a name");
        }
        var name = EventName.read(payload.item(0));
        return new SocketPacket.Event(
                header.namespace(), name, header.ackId(), payload, attachments);
    }

    private SocketPacket ack(Header header, List<byte[]> attachments) {
        if (header.ackId() == NO_ACK) {
            throw new ProtocolError("acknowledgement without an id");
        }
        return new SocketPacket.Ack(header.namespace(), header.ackId(), array(header), attachments);
    }

    private JsonArrayText array(Header header) {
        var placeholders =
                header.type().binary() ? PlaceholderRule.within(header.attachments()) : null;
        return new JsonScanner(header.text(), header.rest(), bounds.maxJsonDepth(), placeholders)
                .array();
    }
}
