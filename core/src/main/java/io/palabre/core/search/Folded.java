// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.search;

import io.palabre.core.people.Spelling;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A text without accents and case, letters and digits alone, one space for everything else. Each
/// of its characters knows where it stands in the text it was made of.
final class Folded {

    private static final List<String> ASCII =
            IntStream.range(0, 128).mapToObj(Folded::spellAscii).toList();

    private final StringBuilder plain = new StringBuilder();
    private final int[] begins;
    private final int[] ends;

    private Folded(int[] begins, int[] ends) {
        this.begins = begins;
        this.ends = ends;
    }

    static Folded of(String text) {
        var spelled = text.codePoints().mapToObj(Folded::spell).toList();
        var length = spelled.stream().mapToInt(String::length).sum();
        var folded = new Folded(new int[length], new int[length]);
        var at = 0;
        for (var piece : spelled) {
            var next = text.offsetByCodePoints(at, 1);
            folded.add(piece, at, next);
            at = next;
        }
        return folded;
    }

    private static String spell(int character) {
        if (character < ASCII.size()) {
            return ASCII.get(character);
        }
        var spelled = Spelling.plain(Character.toString(character));
        var isWord = spelled.codePoints().allMatch(Folded::isWord);
        return isWord ? spelled : " ";
    }

    private static String spellAscii(int character) {
        return Character.toString(
                Character.isLetterOrDigit(character) ? Character.toLowerCase(character) : ' ');
    }

    private static boolean isWord(int character) {
        return switch (Character.getType(character)) {
            case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetterOrDigit(character);
        };
    }

    /// A mark alone belongs to the letter before it.
    private void add(String piece, int begin, int end) {
        if (piece.isEmpty() && !plain.isEmpty()) {
            ends[plain.length() - 1] = end;
        }
        for (var i = 0; i < piece.length(); i++) {
            begins[plain.length()] = begin;
            ends[plain.length()] = end;
            plain.append(piece.charAt(i));
        }
    }

    String plain() {
        return plain.toString();
    }

    List<String> words() {
        return Stream.of(plain().split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    }

    /// Where the characters from `first` to before `last` stand in the text.
    Highlight back(int first, int last) {
        return new Highlight(begins[first], ends[last - 1]);
    }
}
