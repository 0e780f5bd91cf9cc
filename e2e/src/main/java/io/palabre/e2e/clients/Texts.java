// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.clients;

import java.util.List;
import java.util.SplittableRandom;

/// What people write: short, long, and in signs that programs stumble over.
final class Texts {
    private static final List<String> WORDS =
            List.of(
                    "ok",
                    "Bonjour, c’est pour la table en chêne",
                    "👩‍👩‍👧‍👦 🇫🇷 👍🏽",
                    "שלום עולם and مرحبا",
                    "\u202Eright to left\u202C",
                    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚a͊l͗go",
                    "<script>alert(1)</script>",
                    "'; DROP TABLE message; --",
                    "\"quoted\" \\back\\ \u2028 line\nbreak\ttab");

    private static final int LONGEST = 4_000;

    private Texts() {}

    static String any(SplittableRandom random) {
        var words = WORDS.get(random.nextInt(WORDS.size()));
        var times = random.nextInt(100) < 3 ? LONGEST / words.length() : 1;
        return words.repeat(times);
    }
}
