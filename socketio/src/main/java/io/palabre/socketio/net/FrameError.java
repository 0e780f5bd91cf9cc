// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.palabre.socketio.engine.CloseCode;

/// A client broke the rules of WebSocket.
final class FrameError extends RuntimeException {
    final CloseCode code;

    FrameError(CloseCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }
}
