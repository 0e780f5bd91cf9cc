// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/// Acknowledgements that say no: `7[{"ok":false,…}]`.
final class Refusals {

    private static final byte[] NO = "{\"ok\":false".getBytes(UTF_8);

    private Refusals() {}

    /// What was refused, or nothing. The refusal stands right behind the acknowledgement's number.
    static Optional<String> in(ByteBuf bytes, int start, int end) {
        int bracket = bytes.indexOf(start, end, (byte) '[');
        if (bracket < 0 || bracket + NO.length >= end) return Optional.empty();
        for (int i = 0; i < NO.length; i++) {
            if (bytes.getByte(bracket + 1 + i) != NO[i]) return Optional.empty();
        }
        return Optional.of("refused: " + bytes.toString(start, end - start, UTF_8));
    }
}
