// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.engine;

/// How much may wait for a client that reads slowly.
///
/// @param bytes most bytes
/// @param packets most packets
public record OutboundBounds(int bytes, int packets) {}
