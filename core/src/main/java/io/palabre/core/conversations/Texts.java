// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;

/// What can be said of a text.
final class Texts {

    /// Letters, marks and signs that have no shape of their own: fillers, joiners, selectors.
    private static final String BLANKS =
            "\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5\u180b\u180c\u180d\ufe0e\ufe0f";

    private Texts() {}

    /// Whether it is Unicode: no half of a surrogate pair stands alone.
    static boolean wellFormed(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }

    /// How long it is in UTF-8, with accents composed.
    static int size(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(UTF_8).length;
    }

    static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    /// Its first characters; no pair of surrogates is cut.
    static String beginning(String text, int characters) {
        return characters(text) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }

    /// Whether nobody would see anything of it: spaces, controls and characters without a shape.
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(Texts::shapeless);
    }

    private static boolean shapeless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> BLANKS.indexOf(character) >= 0;
        };
    }
}
