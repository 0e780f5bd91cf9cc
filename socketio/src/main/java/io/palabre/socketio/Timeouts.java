// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.time.Duration;

/// How long the server waits for a client that does not go on. All have a precision of about 1 ms.
///
/// @param connect from the handshake until the client has joined a namespace
/// @param upgrade from the start of a WebSocket probe until the switch
/// @param attachments from a packet until the last of its binary attachments
/// @param request for the whole of a polling request's body to arrive, and for what is left of any
///   body once its request has been answered
/// @param closing for buffered packets to drain when the server closes a session
/// @param lines for connections that have not become a WebSocket
public record Timeouts(
        Duration connect,
        Duration upgrade,
        Duration attachments,
        Duration request,
        Duration closing,
        Lines lines) {

    /// For HTTP/1.1 connections, whoever their requests are for. They hold where the HTTP server
    /// has [SocketIo#connections].
    ///
    /// @param head for the head of a request to be whole, from the beginning of the connection or
    ///   the first byte of a further request; then 408 and the end
    /// @param body a body that is not answered yet is cut when it brings fewer than 512 bytes a
    ///   second over so long, while the program reads it
    /// @param idle for a further request to begin
    public record Lines(Duration head, Duration body, Duration idle) {

        /// 10 s, 2 min, 90 s.
        public static Lines defaults() {
            return new Lines(Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofSeconds(90));
        }

        /// With another [#head] timeout.
        public Lines withHead(Duration head) {
            return new Lines(head, body, idle);
        }

        /// With another [#body] timeout.
        public Lines withBody(Duration body) {
            return new Lines(head, body, idle);
        }

        /// With another [#idle] timeout.
        public Lines withIdle(Duration idle) {
            return new Lines(head, body, idle);
        }
    }

    /// 45 s, 10 s, 10 s, 30 s, 30 s, [Lines#defaults].
    public static Timeouts defaults() {
        return new Timeouts(
                Duration.ofSeconds(45),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Lines.defaults());
    }

    /// With another [#connect] timeout.
    public Timeouts withConnect(Duration connect) {
        return new Timeouts(connect, upgrade, attachments, request, closing, lines);
    }

    /// With another [#upgrade] timeout.
    public Timeouts withUpgrade(Duration upgrade) {
        return new Timeouts(connect, upgrade, attachments, request, closing, lines);
    }

    /// With another [#attachments] timeout.
    public Timeouts withAttachments(Duration attachments) {
        return new Timeouts(connect, upgrade, attachments, request, closing, lines);
    }

    /// With another [#request] timeout.
    public Timeouts withRequest(Duration request) {
        return new Timeouts(connect, upgrade, attachments, request, closing, lines);
    }

    /// With another [#closing] timeout.
    public Timeouts withClosing(Duration closing) {
        return new Timeouts(connect, upgrade, attachments, request, closing, lines);
    }

    /// With other [#lines].
    public Timeouts withLines(Lines lines) {
        return new Timeouts(connect, upgrade, attachments, request, closing, lines);
    }
}
