// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

/// What stands before the payload of a packet.
///
/// @param text the whole packet
/// @param rest where in `text` the payload begins
record Header(
        PacketType type, int attachments, String namespace, long ackId, String text, int rest) {

    boolean hasPayload() {
        return rest < text.length();
    }
}
