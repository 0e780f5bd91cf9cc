// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.pictures;

import io.palabre.core.Refusal;
import io.palabre.server.edge.Answer;
import io.palabre.server.edge.Bytes;
import io.palabre.server.refusal.Refused;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;

/// A picture as it is fetched. Its address changes with it, so that it is fetched once.
final class Served {
    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Type", "image/jpeg",
                    "Cache-Control", "private, max-age=31536000, immutable",
                    "Content-Security-Policy", "sandbox; default-src 'none'",
                    "Cross-Origin-Resource-Policy", "same-origin");

    private Served() {}

    static String address(String path, byte[] picture) {
        return path + "?v=" + Portraying.version(picture);
    }

    /// Refused when there is none.
    static Answer answer(Optional<byte[]> picture) {
        var found = picture.orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        var bytes = new Bytes(found.length, HEADERS, () -> new ByteArrayInputStream(found));
        return new Answer(200, bytes, null);
    }
}
