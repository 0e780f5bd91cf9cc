// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.palabre.socketio.engine.CloseCode;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads messages compressed with permessage-deflate (RFC 7692) without context takeover. Nothing
/// is kept between messages.
final class Inflation {
    private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

    /// The message, at most `limit` bytes of it.
    ///
    /// @throws FrameError if it is larger, or no deflate stream
    byte[] inflate(byte[] compressed, int limit) {
        var inflater = new Inflater(true);
        try {
            var result = new ByteArrayOutputStream(Math.min(limit, 4 * compressed.length + 64));
            inflater.setInput(compressed);
            drain(inflater, result, limit);
            inflater.setInput(TAIL);
            drain(inflater, result, limit);
            return result.toByteArray();
        } catch (DataFormatException e) {
            throw new FrameError(CloseCode.INVALID_DATA, "malformed compression");
        } finally {
            inflater.end();
        }
    }

    private static void drain(Inflater inflater, ByteArrayOutputStream result, int limit)
            throws DataFormatException {
        var chunk = new byte[4096];
        for (var n = inflater.inflate(chunk); n > 0; n = inflater.inflate(chunk)) {
            if (result.size() + n > limit) {
                throw new FrameError(CloseCode.TOO_BIG, "message is too big");
            }
            result.write(chunk, 0, n);
        }
    }
}
