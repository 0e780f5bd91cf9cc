// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Inputs for fuzz targets that are the same in every run: seeds, and seeds with a few bytes
/// changed, dropped or repeated.
public final class Corpus {
    private Corpus() {}

    /// The seeds themselves and `count` mutations of them.
    public static Stream<byte[]> mutations(List<byte[]> seeds, int count) {
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
