// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.engine;

import io.palabre.socketio.Transport;

/// The first packet of a session: what the client must know about it.
///
/// @param pingInterval in milliseconds
/// @param pingTimeout in milliseconds
/// @param maxPayload in bytes
/// @param upgrades whether a polling session may change to WebSocket
public record OpenPacket(long pingInterval, long pingTimeout, int maxPayload, boolean upgrades) {

    /// `0{"sid":"…","upgrades":[…],"pingInterval":…,"pingTimeout":…,"maxPayload":…}`.
    public Encoded encode(String sid, Transport transport) {
        var upgrade = upgrades && transport == Transport.POLLING ? "\"websocket\"" : "";
        var packet = new StringBuilder(160).append("0{\"sid\":\"").append(sid);
        packet.append("\",\"upgrades\":[").append(upgrade).append("],\"pingInterval\":");
        packet.append(pingInterval).append(",\"pingTimeout\":").append(pingTimeout);
        packet.append(",\"maxPayload\":").append(maxPayload);
        return Encoded.of(packet.append('}').toString());
    }
}
