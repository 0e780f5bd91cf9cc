// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The one thing in EXIF that is needed to show a picture: how it is to be turned.
final class Exif {
    private static final int UPRIGHT = 1;
    private static final int MOST = 8;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private Exif() {}

    /// What a block of EXIF says, from its byte order on; 1 when it says nothing of the kind.
    static int orientation(byte[] tiff) {
        if (tiff.length < 14) return UPRIGHT;
        var data = ByteBuffer.wrap(tiff).order(order(tiff));
        long start = Integer.toUnsignedLong(data.getInt(4));
        if (start > tiff.length - 2) return UPRIGHT;
        int count = Short.toUnsignedInt(data.getShort((int) start));
        for (int i = 0; i < count; i++) {
            long at = start + 2 + (long) i * ENTRY;
            if (at > tiff.length - ENTRY) return UPRIGHT;
            if (Short.toUnsignedInt(data.getShort((int) at)) == ORIENTATION) {
                int value = Short.toUnsignedInt(data.getShort((int) at + 8));
                return value >= UPRIGHT && value <= MOST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static ByteOrder order(byte[] tiff) {
        return tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    /// A segment that says how to turn, and nothing else.
    static byte[] turned(int orientation) {
        return ByteBuffer.allocate(32)
                .put("Exif\0\0MM".getBytes(ISO_8859_1))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
