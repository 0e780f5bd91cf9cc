// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/// Copies a JPEG without EXIF, XMP, IPTC, comments, and what is behind its end: all that says where
/// and with what it was taken. The picture itself stays as it is, byte for byte. How it is to be
/// turned is written anew, and nothing else.
final class JpegCleaner {
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int COMMENT = 0xfe;
    private static final int MOST_SCANS = 200;

    private final Octets in;
    private final OutputStream out;
    private int orientation = 1;
    private int width;
    private int height;
    private boolean progressive;
    private boolean turned;
    private int scans;

    private JpegCleaner(InputStream in, OutputStream out) {
        this.in = new Octets(in);
        this.out = out;
    }

    static Picture clean(InputStream in, OutputStream out) throws IOException {
        return new JpegCleaner(in, out).clean();
    }

    private Picture clean() throws IOException {
        in.skip(2);
        mark(START);
        int marker = marker();
        while (marker != END) {
            marker = marker == SCAN ? scan() : segment(marker);
        }
        mark(END);
        if (scans == 0) throw new BrokenMedia("a JPEG without a picture");
        return picture();
    }

    private Picture picture() throws BrokenMedia {
        return Picture.checked(width, height, orientation, progressive);
    }

    private void mark(int marker) throws IOException {
        out.write(0xff);
        out.write(marker);
    }

    private int marker() throws IOException {
        if (in.one() != 0xff) throw new BrokenMedia("a JPEG out of step");
        int marker = in.one();
        while (marker == 0xff) marker = in.one();
        return marker;
    }

    /// One segment; answers the marker behind it.
    private int segment(int marker) throws IOException {
        int length = Octets.big16(in.take(2), 0) - 2;
        if (length < 0) throw new BrokenMedia("a segment of no length");
        var body = in.take(length);
        if (marker == APP1) readOrientation(body);
        if (isFrame(marker)) readFrame(marker, body);
        if (stays(marker, body)) write(marker, body);
        return marker();
    }

    private void write(int marker, byte[] body) throws IOException {
        if (marker != APP0) writeOrientation();
        mark(marker);
        out.write((body.length + 2) >> 8);
        out.write(body.length + 2);
        out.write(body);
    }

    private static boolean stays(int marker, byte[] body) {
        boolean application = marker >= APP0 && marker <= 0xef;
        if (marker == APP0) return startsWith(body, "JFIF\0");
        if (marker == APP2) return startsWith(body, "ICC_PROFILE\0");
        return marker == APP14 ? startsWith(body, "Adobe") : !application && marker != COMMENT;
    }

    /// The picture's own bytes, up to a marker that is none of theirs.
    private int scan() throws IOException {
        if (++scans > MOST_SCANS) throw new BrokenMedia("a JPEG of very many scans");
        picture();
        var header = in.take(Octets.big16(in.take(2), 0) - 2);
        write(SCAN, header);
        while (true) {
            int octet = in.one();
            if (octet != 0xff) {
                out.write(octet);
                continue;
            }
            int marker = in.one();
            while (marker == 0xff) marker = in.one();
            boolean inside = marker == 0 || (marker >= 0xd0 && marker <= 0xd7);
            if (!inside) return marker;
            mark(marker);
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0
                && marker <= 0xcf
                && marker != 0xc4
                && marker != 0xc8
                && marker != 0xcc;
    }

    private void readFrame(int marker, byte[] body) throws BrokenMedia {
        if (body.length < 5) throw new BrokenMedia("a frame of no size");
        height = Octets.big16(body, 1);
        width = Octets.big16(body, 3);
        progressive = marker != 0xc0 && marker != 0xc1;
        picture();
    }

    private void readOrientation(byte[] body) {
        if (startsWith(body, "Exif\0\0") && !turned) {
            orientation = Exif.orientation(Arrays.copyOfRange(body, 6, body.length));
        }
    }

    /// Once, behind the header of the file and before anything else.
    private void writeOrientation() throws IOException {
        if (turned) return;
        turned = true;
        if (orientation != 1) write(APP1, Exif.turned(orientation));
    }

    private static boolean startsWith(byte[] body, String text) {
        var start = text.getBytes(ISO_8859_1);
        return body.length >= start.length
                && Arrays.equals(body, 0, start.length, start, 0, start.length);
    }
}
