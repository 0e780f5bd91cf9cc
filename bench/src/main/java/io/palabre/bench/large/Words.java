// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.large;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A made-up language of four thousand words, some of which are said far more often than others.
final class Words {
    private static final int COUNT = 4_000;
    private static final List<String> SYLLABLES =
            List.of("ba", "ko", "ri", "ten", "lou", "mar", "vi", "son", "dé", "pal", "gu", "fer");

    private final List<String> words = new ArrayList<>();

    Words() {
        var random = new SplittableRandom(1);
        while (words.size() < COUNT) {
            var word = new StringBuilder();
            for (var i = 2 + random.nextInt(3); i > 0; i--) {
                word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
            }
            words.add(word.toString());
        }
    }

    /// The first are the frequent ones.
    String word(int rank) {
        return words.get(rank);
    }

    /// The text of message number `i`, of 4 to 24 words.
    String text(long i) {
        var random = new SplittableRandom(i);
        var text = new StringBuilder();
        for (var n = 4 + random.nextInt(21); n > 0; n--) {
            var u = random.nextDouble();
            text.append(words.get((int) (COUNT * u * u * u))).append(n > 1 ? " " : ".");
        }
        return text.toString();
    }
}
