// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import java.util.Optional;
import java.util.regex.Pattern;

/// What counts as one emoji: a single sign as people see it, made of what emojis are made of.
final class Emoji {

    private static final int LONGEST = 32;
    private static final Pattern ONE_SIGN = Pattern.compile("\\X");
    private static final Pattern KEYCAP = Pattern.compile("[0-9#*]\\ufe0f?\\u20e3");
    private static final int AS_EMOJI = 0xFE0F;
    private static final int JOINER = 0x200D;

    private Emoji() {}

    /// The emoji as it is kept, in colour where there are two looks; empty when it is none.
    static Optional<String> accept(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !ONE_SIGN.matcher(text).matches()) {
            return Optional.empty();
        }
        if (KEYCAP.matcher(text).matches()) {
            return Optional.of(text.charAt(0) + "\ufe0f\u20e3");
        }
        var first = text.codePointAt(0);
        var fits =
                isPicture(first)
                        && text.codePoints().allMatch(Emoji::isPart)
                        && (!isFlagLetter(first) || text.codePointCount(0, text.length()) == 2);
        return fits ? Optional.of(inColour(text, first)) : Optional.empty();
    }

    private static boolean isPicture(int character) {
        return character > 0x7F
                && Character.isEmoji(character)
                && !Character.isEmojiModifier(character);
    }

    private static boolean isPart(int character) {
        return isPicture(character)
                || Character.isEmojiModifier(character)
                || character == AS_EMOJI
                || character == JOINER
                || (character >= 0xE0020 && character <= 0xE007F);
    }

    private static boolean isFlagLetter(int character) {
        return character >= 0x1F1E6 && character <= 0x1F1FF;
    }

    private static String inColour(String text, int first) {
        var alone = text.length() == Character.charCount(first);
        return alone && !Character.isEmojiPresentation(first)
                ? text + Character.toString(AS_EMOJI)
                : text;
    }
}
