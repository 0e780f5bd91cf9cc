// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

/// Compression of WebSocket messages, without context takeover in either direction, so that an idle
/// connection costs nothing and a broadcast is compressed once.
///
/// @param threshold smallest message that is compressed, in bytes
/// @param level 1 (fast) to 9 (small)
public record Deflate(int threshold, int level) {

    /// From 1,024 bytes, level 6.
    public static Deflate defaults() {
        return new Deflate(1_024, 6);
    }
}
