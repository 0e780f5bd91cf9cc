// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;

/// What can be said of a text.
final class Texts {

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

    static boolean hasControls(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }
}
