// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.people;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How a name is spelled when accents and case do not matter.
public final class Spelling {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Spelling() {}

    /// Both names of a person, plainly spelled, one space between words.
    public static String of(Person person) {
        return of(person.profile().displayName(), person.username());
    }

    public static String of(String displayName, String username) {
        return String.join(" ", words(displayName + " " + username));
    }

    /// A text without accents, case and ligatures.
    public static String plain(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        var small = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return small.replace("œ", "oe").replace("æ", "ae");
    }

    /// Whether a text looks for something and nothing can be found by it: it has no letter and no
    /// digit.
    public static boolean findsNothing(String text) {
        return !text.isBlank() && words(text).isEmpty();
    }

    /// The words of a text, plainly spelled.
    public static List<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(plain(text)).filter(word -> !word.isEmpty()).toList();
    }
}
