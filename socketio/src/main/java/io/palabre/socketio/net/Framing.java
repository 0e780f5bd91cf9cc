// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.buffer.ByteBuf;
import io.palabre.socketio.engine.Encoded;

/// A way to turn packets into WebSocket frames. Clients that agreed on the same way share the
/// bytes.
@FunctionalInterface
interface Framing {
    /// Attachments are binary frames.
    Framing PLAIN = Frames::encode;

    /// Attachments are base64 in text frames, for clients that cannot take binary ones.
    Framing BASE64 = Frames::encodeBase64;

    /// The frames of a packet, for the caller to release.
    ByteBuf encode(Encoded packet);
}
