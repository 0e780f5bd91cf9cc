// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

import java.util.List;

/// A Socket.IO packet that a client may send, complete with its attachments.
public sealed interface SocketPacket {

    /// The `ackId` of an event that wants no acknowledgement.
    long NO_ACK = -1;

    /// The namespace it belongs to.
    String namespace();

    /// The client wants to enter a namespace.
    ///
    /// @param authJson a JSON object, `{}` if the client sent none
    record Connect(String namespace, String authJson) implements SocketPacket {}

    /// The client leaves a namespace.
    record Disconnect(String namespace) implements SocketPacket {}

    /// The client says something.
    ///
    /// @param name the first item of the payload
    /// @param ackId how the client will recognise the acknowledgement, or [#NO_ACK]
    /// @param payload the name and the arguments
    record Event(
            String namespace,
            String name,
            long ackId,
            JsonArrayText payload,
            List<byte[]> attachments)
            implements SocketPacket {}

    /// The client acknowledges an event of the server.
    record Ack(String namespace, long ackId, JsonArrayText payload, List<byte[]> attachments)
            implements SocketPacket {}
}
