// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Copies a WebP with the chunks that make the picture. Its size stands at its beginning, so it is
/// held in memory meanwhile.
final class WebpCleaner {
    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final int MOST_FRAMES = 2_000;
    private static final int EXIF_AND_XMP = 0x08 | 0x04;
    private static final Set<String> STAY =
            Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");

    private final Octets in;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable Picture picture;
    private int frames;

    private WebpCleaner(InputStream in) {
        this.in = new Octets(in);
    }

    static Picture clean(InputStream in, OutputStream out) throws IOException {
        var all = in.readNBytes(MOST_BYTES + 1);
        if (all.length > MOST_BYTES) throw new BrokenMedia("a WebP beyond all size");
        return new WebpCleaner(new ByteArrayInputStream(all)).clean(out);
    }

    private Picture clean(OutputStream out) throws IOException {
        var file = in.take(12);
        for (long left = Octets.little32(file, 4) - 4; left >= 8; ) left -= chunk();
        if (picture == null) throw new BrokenMedia("a WebP without a picture");
        out.write(file, 0, 4);
        out.write(little(body.size() + 4));
        out.write("WEBP".getBytes(ISO_8859_1));
        body.writeTo(out);
        return picture;
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
    }

    /// One chunk; answers how long it was.
    private long chunk() throws IOException {
        var head = in.take(8);
        var name = Octets.word(head, 0);
        long length = Octets.little32(head, 4);
        long padded = length + (length & 1);
        if (!STAY.contains(name)) {
            in.skip(padded);
            return padded + 8;
        }
        if (name.equals("ANMF") && ++frames > MOST_FRAMES) {
            throw new BrokenMedia("a WebP of very many frames");
        }
        if (padded > MOST_BYTES) throw new BrokenMedia("a WebP out of step");
        var content = in.take((int) padded);
        if (name.equals("VP8X") && content.length > 0) content[0] &= ~EXIF_AND_XMP;
        if (picture == null) picture = header(name, content);
        body.write(head);
        body.write(content);
        return padded + 8;
    }

    private static @Nullable Picture header(String name, byte[] content) throws BrokenMedia {
        if (content.length < 10) return null;
        return switch (name) {
            case "VP8X" -> size(Octets.little24(content, 4) + 1, Octets.little24(content, 7) + 1);
            case "VP8 " ->
                    size(
                            Octets.little16(content, 6) & 0x3fff,
                            Octets.little16(content, 8) & 0x3fff);
            case "VP8L" -> {
                long bits = Octets.little32(content, 1);
                yield size((int) (bits & 0x3fff) + 1, (int) ((bits >> 14) & 0x3fff) + 1);
            }
            default -> null;
        };
    }

    private static Picture size(int width, int height) throws BrokenMedia {
        return Picture.upright(width, height, true);
    }
}
