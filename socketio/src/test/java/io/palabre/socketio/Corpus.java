// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Inputs for fuzz targets that are the same in every run: seeds, seeds with a few bytes changed,
/// dropped or repeated, and what [Fuzzing] has found to take another path.
public final class Corpus {
    private Corpus() {}

    /// What was found for a target, a line of Base64 each.
    public static List<byte[]> found(String target) {
        try (var lines = Corpus.class.getResourceAsStream("corpus/" + target + ".txt")) {
            if (lines == null) {
                throw new IllegalArgumentException("no corpus " + target);
            }
            return new String(lines.readAllBytes(), US_ASCII)
                    .lines()
                    .map(Base64.getDecoder()::decode)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Seeds, mutations of them, and what was found.
    public static Stream<byte[]> of(String target, List<byte[]> seeds, int count) {
        return Stream.concat(found(target).stream(), mutations(seeds, count));
    }

    /// The seeds themselves and `count` mutations of them.
    static Stream<byte[]> mutations(List<byte[]> seeds, int count) {
        var random = new Random(7);
        return Stream.concat(
                seeds.stream(),
                IntStream.range(0, count)
                        .mapToObj(_ -> mutated(seeds.get(random.nextInt(seeds.size())), random)));
    }

    private static byte[] mutated(byte[] seed, Random random) {
        var bytes = seed.clone();
        for (var i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            var at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                default -> bytes = repeated(bytes, at, random.nextInt(bytes.length));
            }
        }
        return bytes;
    }

    private static byte[] repeated(byte[] bytes, int from, int length) {
        var part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
        var longer = Arrays.copyOf(bytes, bytes.length + part.length);
        System.arraycopy(part, 0, longer, bytes.length, part.length);
        return longer;
    }
}
