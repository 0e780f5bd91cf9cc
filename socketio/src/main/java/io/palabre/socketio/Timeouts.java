// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.time.Duration;

/// How long the server waits for a client that does not go on. All have a precision of about 1 ms.
///
/// @param connect from the handshake until the client has joined a namespace
/// @param upgrade from the start of a WebSocket probe until the switch
/// @param attachments from a packet until the last of its binary attachments
/// @param request for the whole of a request body to arrive
/// @param closing for buffered packets to drain when the server closes a session
public record Timeouts(
        Duration connect,
        Duration upgrade,
        Duration attachments,
        Duration request,
        Duration closing) {

    /// 45 s, 10 s, 10 s, 30 s, 30 s.
    public static Timeouts defaults() {
        return new Timeouts(
                Duration.ofSeconds(45),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30));
    }

    /// With another [#connect] timeout.
    public Timeouts withConnect(Duration connect) {
        return new Timeouts(connect, upgrade, attachments, request, closing);
    }

    /// With another [#upgrade] timeout.
    public Timeouts withUpgrade(Duration upgrade) {
        return new Timeouts(connect, upgrade, attachments, request, closing);
    }

    /// With another [#attachments] timeout.
    public Timeouts withAttachments(Duration attachments) {
        return new Timeouts(connect, upgrade, attachments, request, closing);
    }

    /// With another [#request] timeout.
    public Timeouts withRequest(Duration request) {
        return new Timeouts(connect, upgrade, attachments, request, closing);
    }

    /// With another [#closing] timeout.
    public Timeouts withClosing(Duration closing) {
        return new Timeouts(connect, upgrade, attachments, request, closing);
    }
}
