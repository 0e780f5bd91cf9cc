// SPDX-License-Identifier: Apache-2.0
package io.palabre.core;

/// What stands in one line beside other words: names, titles, a status.
public final class PlainLine {
    private PlainLine() {}

    /// Whether it leaves what stands around it as it is: no controls, no second line, and nothing
    /// that turns the direction in which the rest is read.
    public static boolean is(String text) {
        return text.codePoints().noneMatch(PlainLine::reachesBeyond);
    }

    private static boolean reachesBeyond(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> turns(character);
        };
    }

    /// Embeddings, overrides and isolates of Unicode's algorithm for both directions.
    private static boolean turns(int character) {
        return (character >= 0x202a && character <= 0x202e)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
