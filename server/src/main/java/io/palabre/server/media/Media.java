// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// Copies files as they are kept.
public final class Media {
    private Media() {}

    /// Whether files of this kind are kept otherwise than they came.
    public static boolean isCleaned(Format format) {
        return switch (format) {
            case JPEG, PNG, GIF, WEBP, MP4, QUICKTIME, M4A, SPOKEN_MP4 -> true;
            default -> false;
        };
    }

    /// Copies a file without what it tells of place and camera.
    ///
    /// @return of a picture, what its header says
    /// @throws BrokenMedia when it is not what it begins as, or would cost too much to show
    public static Optional<Picture> clean(Format format, InputStream from, OutputStream to)
            throws IOException {
        var in = new BufferedInputStream(from, 64 * 1024);
        var out = new BufferedOutputStream(to, 64 * 1024);
        var picture = copy(format, in, out);
        out.flush();
        return picture;
    }

    private static Optional<Picture> copy(Format format, InputStream in, OutputStream out)
            throws IOException {
        return switch (format) {
            case JPEG -> Optional.of(JpegCleaner.clean(in, out));
            case PNG -> Optional.of(PngCleaner.clean(in, out));
            case GIF -> Optional.of(GifCleaner.clean(in, out));
            case WEBP -> Optional.of(WebpCleaner.clean(in, out));
            case MP4, QUICKTIME, M4A, SPOKEN_MP4 -> {
                Mp4Cleaner.clean(in, out);
                yield Optional.empty();
            }
            default -> {
                in.transferTo(out);
                yield Optional.empty();
            }
        };
    }
}
