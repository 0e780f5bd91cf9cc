// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Set;

/// Copies a film. The boxes that say where and with what it was taken keep their length, so that
/// nothing moves, and are called free space filled with nothing.
final class Mp4Cleaner {
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    private static final int DEEPEST = 8;
    private static final Set<String> PARENTS = Set.of("moov", "trak");
    private static final Set<String> DROPPED = Set.of("udta", "meta", "uuid");

    private final Octets in;
    private final OutputStream out;

    private Mp4Cleaner(InputStream in, OutputStream out) {
        this.in = new Octets(in);
        this.out = out;
    }

    static void clean(InputStream in, OutputStream out) throws IOException {
        new Mp4Cleaner(in, out).boxes(Long.MAX_VALUE, 0);
    }

    /// @param length of what holds the boxes; the file itself has none
    private void boxes(long length, int depth) throws IOException {
        if (depth > DEEPEST) throw new BrokenMedia("boxes in boxes in boxes");
        long left = length;
        while (left > 0) {
            var head = in.upTo(HEAD);
            if (head.length == 0 && depth == 0) return;
            if (head.length < HEAD) throw new BrokenMedia("it breaks off");
            left -= box(head, left, depth);
        }
        if (left < 0) throw new BrokenMedia("a box is longer than what holds it");
    }

    /// One box; answers how long it was.
    private long box(byte[] head, long left, int depth) throws IOException {
        var size = Octets.big32(head, 0);
        var name = Octets.word(head, 4);
        if (size == 0) {
            lastBox(head, name);
            return left;
        }
        var whole = head;
        if (size == 1) {
            whole = ByteBuffer.allocate(LONG_HEAD).put(head).put(in.take(HEAD)).array();
            size = ByteBuffer.wrap(whole).getLong(HEAD);
        }
        long body = size - whole.length;
        if (body < 0 || size > left) throw new BrokenMedia("a box of an impossible size");
        write(whole, name, body, depth);
        return size;
    }

    private void lastBox(byte[] head, String name) throws IOException {
        if (DROPPED.contains(name) || PARENTS.contains(name)) {
            throw new BrokenMedia("a box without an end");
        }
        out.write(head);
        in.copyRest(out);
    }

    private void write(byte[] head, String name, long body, int depth) throws IOException {
        if (DROPPED.contains(name)) {
            System.arraycopy(new byte[] {'f', 'r', 'e', 'e'}, 0, head, 4, 4);
            out.write(head);
            in.skip(body);
            for (long i = 0; i < body; i++) out.write(0);
        } else if (PARENTS.contains(name)) {
            out.write(head);
            boxes(body, depth + 1);
        } else {
            out.write(head);
            in.copy(body, out);
        }
    }
}
