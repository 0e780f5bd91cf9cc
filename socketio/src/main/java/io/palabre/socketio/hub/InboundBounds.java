// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.hub;

/// How much may wait for a socket's listeners before nothing more is read from its client.
///
/// @param packets most events
/// @param bytes most bytes
public record InboundBounds(int packets, int bytes) {}
