// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What server and client agreed on for one WebSocket.
///
/// @param framing how the server writes
/// @param inflation how compressed messages of the client are read, or null if it sends none
/// @param headers what the server says about it in the 101
record Agreed(Framing framing, @Nullable Inflation inflation, Map<String, String> headers) {}
