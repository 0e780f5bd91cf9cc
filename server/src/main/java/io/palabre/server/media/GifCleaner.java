// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;

/// Copies a GIF without comments and what other programs have hidden in it.
final class GifCleaner {
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int APPLICATION = 0xff;
    private static final int MOST_FRAMES = 2_000;
    private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

    private final Octets in;
    private final OutputStream out;
    private int frames;

    private GifCleaner(InputStream in, OutputStream out) {
        this.in = new Octets(in);
        this.out = out;
    }

    static Picture clean(InputStream in, OutputStream out) throws IOException {
        return new GifCleaner(in, out).clean();
    }

    private Picture clean() throws IOException {
        var head = in.take(13);
        out.write(head);
        copyColours(head[10]);
        var picture = Picture.upright(Octets.little16(head, 6), Octets.little16(head, 8), true);
        int block = in.one();
        while (block != TRAILER) {
            switch (block) {
                case EXTENSION -> extension();
                case IMAGE -> image();
                default -> throw new BrokenMedia("a GIF out of step");
            }
            block = in.one();
        }
        out.write(TRAILER);
        if (frames == 0) throw new BrokenMedia("a GIF without a picture");
        return picture;
    }

    private void copyColours(int flags) throws IOException {
        if ((flags & 0x80) != 0) in.copy(3L << ((flags & 7) + 1), out);
    }

    private void image() throws IOException {
        if (++frames > MOST_FRAMES) throw new BrokenMedia("a GIF of very many frames");
        var head = in.take(9);
        Picture.upright(Octets.little16(head, 4), Octets.little16(head, 6), true);
        out.write(IMAGE);
        out.write(head);
        copyColours(head[8]);
        in.copy(1, out);
        blocks(true);
    }

    private void extension() throws IOException {
        int label = in.one();
        int length = in.one();
        var first = in.take(length);
        boolean loops = label == APPLICATION && LOOPS.contains(new String(first, ISO_8859_1));
        boolean stays = label == GRAPHIC_CONTROL || loops;
        if (stays) {
            out.write(EXTENSION);
            out.write(label);
            out.write(length);
            out.write(first);
        }
        if (length > 0) blocks(stays);
        else if (stays) throw new BrokenMedia("an extension of no length");
    }

    /// Pieces of up to 255 bytes, until one of none.
    private void blocks(boolean stay) throws IOException {
        int length;
        do {
            length = in.one();
            if (stay) {
                out.write(length);
                in.copy(length, out);
            } else {
                in.skip(length);
            }
        } while (length > 0);
    }
}
