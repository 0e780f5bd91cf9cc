// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Reads numbers and copies stretches. Where the file ends before it should, it is broken.
final class Octets {
    private static final int BUFFER = 16 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];

    Octets(InputStream in) {
        this.in = in;
    }

    /// The next byte; -1 at the end.
    int next() throws IOException {
        return in.read();
    }

    int one() throws IOException {
        int octet = in.read();
        if (octet < 0) throw new BrokenMedia("it breaks off");
        return octet;
    }

    byte[] take(int count) throws IOException {
        var taken = in.readNBytes(count);
        if (taken.length < count) throw new BrokenMedia("it breaks off");
        return taken;
    }

    /// At most `count` bytes, fewer at the end.
    byte[] upTo(int count) throws IOException {
        return in.readNBytes(count);
    }

    void skip(long count) throws IOException {
        try {
            in.skipNBytes(count);
        } catch (EOFException e) {
            throw new BrokenMedia("it breaks off");
        }
    }

    void copy(long count, OutputStream out) throws IOException {
        for (long left = count; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) throw new BrokenMedia("it breaks off");
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    void copyRest(OutputStream out) throws IOException {
        in.transferTo(out);
    }

    static int big16(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    static long big32(byte[] bytes, int at) {
        return ((long) big16(bytes, at) << 16) | big16(bytes, at + 2);
    }

    static int little16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | ((bytes[at + 1] & 0xff) << 8);
    }

    static long little32(byte[] bytes, int at) {
        return little16(bytes, at) | ((long) little16(bytes, at + 2) << 16);
    }

    static int little24(byte[] bytes, int at) {
        return little16(bytes, at) | ((bytes[at + 2] & 0xff) << 16);
    }

    static String word(byte[] bytes, int at) {
        return new String(bytes, at, 4, ISO_8859_1);
    }
}
