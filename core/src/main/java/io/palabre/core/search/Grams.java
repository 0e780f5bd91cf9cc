// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.search;

/// Pieces of three letters. A word is found by any part of it, because the index holds the piece
/// that begins at each of its letters, shorter ones at its end: a part of two letters is the
/// beginning of one of them.
public final class Grams {

    static final int LENGTH = 3;

    private Grams() {}

    /// The pieces by which a text is found, a space between them. One that stands there twice may
    /// come twice.
    public static String of(String text) {
        var grams = new StringBuilder(4 * text.length());
        for (var word : Folded.of(text).words()) {
            for (var i = 0; i < word.length(); i = word.offsetByCodePoints(i, 1)) {
                grams.append(word, i, end(word, i)).append(' ');
            }
        }
        return grams.toString();
    }

    /// At most three letters from here on.
    static String piece(String word, int from) {
        return word.substring(from, end(word, from));
    }

    private static int end(String word, int from) {
        var end = from;
        for (var i = 0; i < LENGTH && end < word.length(); i++) {
            end = word.offsetByCodePoints(end, 1);
        }
        return end;
    }
}
