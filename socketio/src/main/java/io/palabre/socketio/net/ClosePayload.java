// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.palabre.socketio.engine.CloseCode;
import java.util.Arrays;

/// What a client may write into a close frame: nothing, or a code and a reason.
final class ClosePayload {
    private ClosePayload() {}

    /// @throws FrameError for a code that must not be sent, or a reason that is not UTF-8
    static void check(byte[] payload) {
        if (payload.length == 0) {
            return;
        }
        if (payload.length == 1 || !sendable(((payload[0] & 0xff) << 8) | (payload[1] & 0xff))) {
            throw new FrameError(CloseCode.PROTOCOL_ERROR, "malformed close frame");
        }
        if (Utf8.decode(Arrays.copyOfRange(payload, 2, payload.length)) == null) {
            throw new FrameError(CloseCode.INVALID_DATA, "reason is not UTF-8");
        }
    }

    private static boolean sendable(int code) {
        return switch (code) {
            case 1004, 1005, 1006, 1015 -> false;
            default -> (code >= 1000 && code <= 1014) || (code >= 3000 && code <= 4999);
        };
    }
}
