// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Makes small pictures of large ones, on a few threads of its own. Rows and columns that are not
/// needed are passed over while reading; what would take too much memory is left without a small
/// picture, what takes too long is broken.
public final class Thumbnails implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 64;
    private static final int LONGEST_SIDE = 640;
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    private static final long MOST_PIXELS_WHOLE = 16_000_000;
    private static final Duration MOST_WORK = Duration.ofSeconds(2);

    private final Duration mostWork;
    private final ExecutorService threads =
            new ThreadPoolExecutor(
                    THREADS,
                    THREADS,
                    1,
                    TimeUnit.MINUTES,
                    new LinkedBlockingQueue<>(MOST_WAITING),
                    Thread.ofPlatform().daemon().name("palabre-thumbnails-", 1).factory());

    public Thumbnails() {
        this(MOST_WORK);
    }

    /// @param mostWork what one picture may take of a processor's time
    Thumbnails(Duration mostWork) {
        this.mostWork = mostWork;
    }

    /// A small picture, ready to be written.
    public record Thumbnail(BufferedImage image) {
        /// Its middle alone, with nothing shining through.
        public Thumbnail square(int longestSide) {
            return new Thumbnail(Scaling.square(image, longestSide));
        }

        /// As PNG where something shines through, else as JPEG.
        public void write(OutputStream out) throws IOException {
            var format = image.getColorModel().hasAlpha() ? "png" : "jpeg";
            try (var stream = new MemoryCacheImageOutputStream(out)) {
                if (!ImageIO.write(image, format, stream)) {
                    throw new IOException("no writer for " + format);
                }
            }
        }
    }

    /// A small picture; empty where there can be none.
    ///
    /// @param bytes how long the file is
    /// @throws BrokenMedia when it takes too long
    public Optional<Thumbnail> of(Picture picture, long bytes, InputStream file)
            throws IOException {
        boolean tooLarge = picture.whole() && picture.pixels() > MOST_PIXELS_WHOLE;
        if (tooLarge || bytes > MOST_BYTES) return Optional.empty();
        try {
            return threads.submit(() -> read(picture, file)).get();
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BrokenMedia broken) throw broken;
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Optional<Thumbnail> read(Picture picture, InputStream file) throws IOException {
        try (var stream = new MemoryCacheImageInputStream(file)) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) return Optional.empty();
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return Optional.of(new Thumbnail(small(reader, picture)));
            } finally {
                reader.dispose();
            }
        }
    }

    private BufferedImage small(ImageReader reader, Picture picture) throws IOException {
        var effort = new Effort(reader, mostWork);
        reader.addIIOReadProgressListener(effort);
        var image = reader.read(0, passingOver(reader, picture));
        if (effort.spent) throw new BrokenMedia("it takes too long to show");
        return Scaling.toFit(image, picture.orientation(), LONGEST_SIDE);
    }

    /// Twice as much is read as is shown, so that it can be smoothed.
    private static ImageReadParam passingOver(ImageReader reader, Picture picture) {
        var parameters = reader.getDefaultReadParam();
        int longest = Math.max(picture.width(), picture.height());
        int step = Math.max(1, longest / (2 * LONGEST_SIDE));
        parameters.setSourceSubsampling(step, step, 0, 0);
        return parameters;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /// Stops a reader that has used up its time on the processor.
    private static final class Effort implements IIOReadProgressListener {
        private final ImageReader reader;
        private final Duration most;
        private final long begun = spentSoFar();
        private boolean spent;

        Effort(ImageReader reader, Duration most) {
            this.reader = reader;
            this.most = most;
        }

        private static long spentSoFar() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        private void check() {
            if (spentSoFar() - begun > most.toNanos()) {
                spent = true;
                reader.abort();
            }
        }

        @Override
        public void imageProgress(ImageReader source, float percentage) {
            check();
        }

        @Override
        public void sequenceStarted(ImageReader source, int first) {}

        @Override
        public void sequenceComplete(ImageReader source) {}

        @Override
        public void imageStarted(ImageReader source, int image) {}

        @Override
        public void imageComplete(ImageReader source) {}

        @Override
        public void thumbnailStarted(ImageReader source, int image, int thumbnail) {}

        @Override
        public void thumbnailProgress(ImageReader source, float percentage) {}

        @Override
        public void thumbnailComplete(ImageReader source) {}

        @Override
        public void readAborted(ImageReader source) {}
    }
}
