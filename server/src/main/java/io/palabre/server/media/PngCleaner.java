// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Copies a PNG with the chunks that make the picture, and none that tell of it.
final class PngCleaner {
    private static final int SIGNATURE = 8;
    private static final int CHECKSUM = 4;
    private static final int HEADER = 13;
    private static final int MOST_FRAMES = 2_000;
    private static final Set<String> STAY =
            Set.of(
                    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP",
                    "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

    private PngCleaner() {}

    static Picture clean(InputStream stream, OutputStream out) throws IOException {
        var in = new Octets(stream);
        in.copy(SIGNATURE, out);
        @Nullable Picture picture = null;
        int frames = 0;
        while (true) {
            var head = in.take(8);
            var length = Octets.big32(head, 0);
            var name = Octets.word(head, 4);
            if (picture == null) {
                picture = header(name, length, head, in, out);
                continue;
            }
            if (name.equals("fcTL") && ++frames > MOST_FRAMES) {
                throw new BrokenMedia("a PNG of very many frames");
            }
            if (STAY.contains(name)) {
                out.write(head);
                in.copy(length + CHECKSUM, out);
            } else {
                in.skip(length + CHECKSUM);
            }
            if (name.equals("IEND")) return picture;
        }
    }

    private static Picture header(
            String name, long length, byte[] head, Octets in, OutputStream out) throws IOException {
        if (!name.equals("IHDR") || length != HEADER) {
            throw new BrokenMedia("a PNG without a header");
        }
        var body = in.take(HEADER + CHECKSUM);
        var width = Octets.big32(body, 0);
        var height = Octets.big32(body, 4);
        if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw new BrokenMedia("a PNG beyond all size");
        }
        out.write(head);
        out.write(body);
        return Picture.upright((int) width, (int) height, body[12] != 0);
    }
}
