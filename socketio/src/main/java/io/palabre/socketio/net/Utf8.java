// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Strict reading of UTF-8.
final class Utf8 {
    private Utf8() {}

    /// The text, or null if the bytes are not UTF-8.
    static @Nullable String decode(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 || valid(bytes) ? text : null;
    }

    private static boolean valid(byte[] bytes) {
        try {
            var _ = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
