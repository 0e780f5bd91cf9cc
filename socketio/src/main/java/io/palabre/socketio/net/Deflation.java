// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.palabre.socketio.Deflate;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/// Compresses messages with permessage-deflate (RFC 7692) without context takeover, so that the
/// result is the same for every receiver.
final class Deflation {
    /// What is granted to a client that offers the extension.
    static final String GRANT =
            "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

    private static final int TAIL = 4;

    private final Deflate options;

    Deflation(Deflate options) {
        this.options = options;
    }

    /// Whether one of the offers in a `Sec-WebSocket-Extensions` header can be granted. A smaller
    /// window for the server cannot.
    static boolean offered(@Nullable String header) {
        if (header == null) {
            return false;
        }
        return Arrays.stream(header.toLowerCase(Locale.ROOT).split(",", 20))
                .map(String::strip)
                .anyMatch(o -> isOurs(o) && !o.contains("server_max_window_bits"));
    }

    private static boolean isOurs(String offer) {
        return offer.equals("permessage-deflate") || offer.startsWith("permessage-deflate;");
    }

    /// Whether compressing a message of this size is worth it.
    boolean worthwhile(int size) {
        return size >= options.threshold();
    }

    /// The payload of a compressed frame.
    byte[] deflate(byte[] message) {
        var deflater = new Deflater(options.level(), true);
        try {
            deflater.setInput(message);
            var result = new ByteArrayOutputStream(message.length / 2 + 64);
            var chunk = new byte[Math.min(message.length + 64, 8192)];
            int n;
            do {
                n = deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
                result.write(chunk, 0, n);
            } while (n == chunk.length);
            return Arrays.copyOf(result.toByteArray(), result.size() - TAIL);
        } finally {
            deflater.end();
        }
    }
}
