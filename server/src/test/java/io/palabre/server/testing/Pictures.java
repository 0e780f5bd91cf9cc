// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Pictures as cameras and attackers make them.
public final class Pictures {
    /// Words that only the camera data holds.
    public static final String SECRET = "48.8584N 2.2945E";

    private static final int LEFT = 0xff0000;
    private static final int RIGHT = 0x0000ff;

    private Pictures() {}

    /// Red on its left half, blue on its right.
    public static byte[] png(int width, int height) {
        return written(halves(width, height), "png");
    }

    public static byte[] jpeg(int width, int height) {
        return written(halves(width, height), "jpeg");
    }

    public static byte[] gif(int width, int height) {
        return written(halves(width, height), "gif");
    }

    private static BufferedImage halves(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) image.setRGB(x, y, x < width / 2 ? LEFT : RIGHT);
        }
        return image;
    }

    private static byte[] written(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) throw new IllegalStateException(format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A photo as a phone makes it: a position, how it is to be turned, and more behind its end.
    public static byte[] photo(int width, int height, int orientation) {
        var plain = jpeg(width, height);
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, 0xe1, exif(orientation));
        segment(out, 0xe1, ("http://ns.adobe.com/xap/1.0/\0" + SECRET).getBytes(ISO_8859_1));
        segment(out, 0xed, SECRET.getBytes(ISO_8859_1));
        segment(out, 0xfe, SECRET.getBytes(ISO_8859_1));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(SECRET.getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    private static byte[] exif(int orientation) {
        return ByteBuffer.allocate(28 + 32)
                .put("Exif\0\0MM".getBytes(ISO_8859_1))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .put(SECRET.getBytes(ISO_8859_1))
                .array();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] body) {
        out.write(0xff);
        out.write(marker);
        out.write((body.length + 2) >> 8);
        out.write(body.length + 2);
        out.writeBytes(body);
    }

    /// A PNG with a chunk of words in it, and more words behind its end.
    public static byte[] pngWithWords(int width, int height) {
        var plain = png(width, height);
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 33);
        chunk(out, "tEXt", ("Location\0" + SECRET).getBytes(ISO_8859_1));
        chunk(out, "eXIf", SECRET.getBytes(ISO_8859_1));
        out.write(plain, 33, plain.length - 33);
        out.writeBytes(SECRET.getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    /// A small PNG that says it is large.
    public static byte[] pngThatClaims(int width, int height) {
        var plain = png(4, 4);
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 8);
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13).putInt(width).putInt(height).put(plain, 24, 5).array());
        out.write(plain, 33, plain.length - 33);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] body) {
        var named = ByteBuffer.allocate(4 + body.length);
        named.put(name.getBytes(ISO_8859_1)).put(body);
        var sum = new CRC32();
        sum.update(named.array());
        out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
        out.writeBytes(named.array());
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    public static BufferedImage read(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether these bytes hold the words that only the camera data holds.
    public static boolean holdSecret(byte[] bytes) {
        return new String(bytes, ISO_8859_1).contains(SECRET);
    }
}
