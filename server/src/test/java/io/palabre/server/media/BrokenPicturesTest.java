// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.palabre.server.testing.Pictures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever reads the head of a picture finds it whole or says that it is broken. Rows are those of
/// docs/security.md.
class BrokenPicturesTest {
    private static final int ROUNDS = 3_000;

    static Stream<byte[]> pictures() {
        return Stream.of(Pictures.png(20, 20), Pictures.photo(20, 20, 6), Pictures.gif(20, 20));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void only_that_it_is_broken_comes_out_of_mutated_pictures_row_63(byte[] picture) {
        var random = new SplittableRandom(63);
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = mutated(picture, random);
            assertThatCode(() -> read(bytes)).as("round %d", round).doesNotThrowAnyException();
        }
    }

    @Test
    void a_picture_that_takes_too_long_is_broken_row_87() throws IOException {
        var photo = Pictures.photo(2_000, 1_500, 1);
        var picture = new Picture(2_000, 1_500, 1, false);
        try (var patient = new Thumbnails();
                var hasty = new Thumbnails(Duration.ofNanos(1))) {
            assertThat(patient.of(picture, photo.length, new ByteArrayInputStream(photo)))
                    .isPresent();
            assertThatExceptionOfType(BrokenMedia.class)
                    .isThrownBy(
                            () -> hasty.of(picture, photo.length, new ByteArrayInputStream(photo)));
        }
    }

    private static byte[] mutated(byte[] bytes, SplittableRandom random) {
        var copy = bytes.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(copy, random.nextInt(copy.length)) : copy;
    }

    private static void read(byte[] bytes) throws IOException {
        var format = Format.of(Arrays.copyOf(bytes, Math.min(bytes.length, Format.HEAD)), "");
        if (format.isEmpty()) return;
        try {
            Media.clean(format.get(), new ByteArrayInputStream(bytes), new ByteArrayOutputStream());
        } catch (BrokenMedia broken) {
            // it says so
        }
    }
}
