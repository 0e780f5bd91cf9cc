// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.pictures;

import io.palabre.core.Refusal;
import io.palabre.core.attachments.Attachment.Kind;
import io.palabre.server.media.BrokenMedia;
import io.palabre.server.media.Format;
import io.palabre.server.media.Media;
import io.palabre.server.media.Picture;
import io.palabre.server.media.Thumbnails;
import io.palabre.server.refusal.Problem;
import io.palabre.server.refusal.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Makes a small square of the picture that somebody sends: of the file itself nothing is kept.
public final class Portraying {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int SIDE = 320;
    private static final int VERSION_BYTES = 6;

    private final Thumbnails thumbnails;

    public Portraying(Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
    }

    /// A JPEG of it.
    ///
    /// @throws Refused when it is too large, no picture, or a broken one
    byte[] made(InputStream sent) {
        try {
            var file = sent.readNBytes(MOST_BYTES + 1);
            if (file.length > MOST_BYTES) {
                throw Refused.because(
                        Refusal.TOO_LARGE, "A picture has at most %d bytes.".formatted(MOST_BYTES));
            }
            return square(file, format(file));
        } catch (BrokenMedia e) {
            throw Refused.because(Problem.BAD_MEDIA);
        } catch (IOException e) {
            throw Refused.because(Refusal.TRY_LATER);
        }
    }

    private static Format format(byte[] file) {
        return Format.of(Arrays.copyOf(file, Math.min(file.length, Format.HEAD)), "")
                .filter(format -> format.kind() == Kind.IMAGE)
                .orElseThrow(() -> Refused.because(Problem.UNSUPPORTED_TYPE));
    }

    private byte[] square(byte[] file, Format format) throws IOException {
        var clean = new ByteArrayOutputStream();
        Picture picture = Media.clean(format, new ByteArrayInputStream(file), clean).orElseThrow();
        var bytes = clean.toByteArray();
        var made = new ByteArrayOutputStream();
        thumbnails
                .of(picture, bytes.length, new ByteArrayInputStream(bytes))
                .orElseThrow(() -> Refused.because(Problem.BAD_MEDIA))
                .square(SIDE)
                .write(made);
        return made.toByteArray();
    }

    /// Another one for another picture.
    static String version(byte[] picture) {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(picture);
            return HexFormat.of().formatHex(sum, 0, VERSION_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
