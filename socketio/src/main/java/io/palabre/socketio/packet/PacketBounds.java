// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.packet;

/// How large packets may be.
///
/// @param maxAttachments most binary attachments of one packet
/// @param maxAttachmentBytes most bytes of its attachments together
/// @param maxJsonDepth deepest nesting of its payload
public record PacketBounds(int maxAttachments, long maxAttachmentBytes, int maxJsonDepth) {

    /// The longest name of a namespace, in characters.
    public static final int MAX_NAMESPACE = 200;
}
