// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

/// Bounds on what clients can make the server hold or do.
///
/// @param maxPayload largest HTTP body or WebSocket message accepted, in bytes, after inflation
/// @param maxAttachments most binary attachments of one packet
/// @param maxJsonDepth deepest nesting of a payload
/// @param outboundBytes most bytes waiting for a client that reads slowly, then it is closed with
///   `slow_consumer`; volatile events are dropped from a quarter of it, and a burst may take four
///   times as much for a tenth of a second
/// @param outboundPackets most packets waiting for such a client
/// @param inboundPackets most events of one socket waiting for its listeners; beyond it nothing
///   more is read from that client
/// @param sessionsPerAddress most open sessions of one remote address, further handshakes are
///   answered with 429; 0 for no bound
/// @param namespacesPerClient most namespaces one client may be in
public record Limits(
        int maxPayload,
        int maxAttachments,
        int maxJsonDepth,
        int outboundBytes,
        int outboundPackets,
        int inboundPackets,
        int sessionsPerAddress,
        int namespacesPerClient) {

    /// 1,000,000 bytes, 10 attachments, depth 64, 256 KiB and 4,096 packets outbound, 256 events
    /// inbound, no bound per address, 32 namespaces.
    public static Limits defaults() {
        return new Limits(1_000_000, 10, 64, 256 * 1024, 4_096, 256, 0, 32);
    }

    /// With another [#maxPayload].
    public Limits withMaxPayload(int bytes) {
        return new Limits(
                bytes,
                maxAttachments,
                maxJsonDepth,
                outboundBytes,
                outboundPackets,
                inboundPackets,
                sessionsPerAddress,
                namespacesPerClient);
    }

    /// With another bound on what waits for a slow client.
    public Limits withOutbound(int bytes, int packets) {
        return new Limits(
                maxPayload,
                maxAttachments,
                maxJsonDepth,
                bytes,
                packets,
                inboundPackets,
                sessionsPerAddress,
                namespacesPerClient);
    }

    /// With another bound on what waits for the listeners of one socket.
    public Limits withInboundPackets(int packets) {
        return new Limits(
                maxPayload,
                maxAttachments,
                maxJsonDepth,
                outboundBytes,
                outboundPackets,
                packets,
                sessionsPerAddress,
                namespacesPerClient);
    }

    /// With another bound on the open sessions of one address.
    public Limits withSessionsPerAddress(int sessions) {
        return new Limits(
                maxPayload,
                maxAttachments,
                maxJsonDepth,
                outboundBytes,
                outboundPackets,
                inboundPackets,
                sessions,
                namespacesPerClient);
    }
}
