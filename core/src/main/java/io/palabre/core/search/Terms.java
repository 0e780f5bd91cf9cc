// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.search;

import static java.util.function.Predicate.not;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is looked for: what stands between spaces, all of which a text must hold, each as a part of
/// a word or across words. No character in it means anything but itself; signs stand for each
/// other.
public final class Terms {

    private static final int MOST = 8;
    private static final int MOST_HIGHLIGHTS = 100;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private final List<String> phrases;
    private final List<String> words;

    private Terms(List<String> phrases) {
        this.phrases = phrases;
        words = phrases.stream().flatMap(phrase -> Stream.of(phrase.split(" +"))).toList();
    }

    /// What somebody has typed; empty when no part of it has two letters, or is a character of
    /// those scripts where one is a word.
    public static Optional<Terms> of(String typed) {
        var phrases =
                SPACE.splitAsStream(typed)
                        .map(part -> Folded.of(part).plain().strip())
                        .filter(not(String::isEmpty))
                        .distinct()
                        .limit(MOST)
                        .toList();
        var terms = new Terms(phrases);
        return terms.words.stream().anyMatch(Terms::isEnough)
                ? Optional.of(terms)
                : Optional.empty();
    }

    private static boolean isEnough(String word) {
        return word.codePointCount(0, word.length()) > 1
                || Character.isIdeographic(word.codePointAt(0));
    }

    /// Pieces that a text must have, each whole.
    public Set<String> pieces() {
        var pieces = new LinkedHashSet<String>();
        words.stream().filter(not(Terms::isShort)).forEach(word -> addPieces(pieces, word));
        return pieces;
    }

    private static void addPieces(Set<String> pieces, String word) {
        var last = word.offsetByCodePoints(word.length(), -Grams.LENGTH);
        for (var i = 0; i <= last; i = word.offsetByCodePoints(i, 1)) {
            pieces.add(Grams.piece(word, i));
        }
    }

    /// Beginnings of pieces that a text must have. A lone letter would be in all of them, and is
    /// looked for in the text alone.
    public Set<String> beginnings() {
        var beginnings = new LinkedHashSet<String>();
        words.stream().filter(Terms::isShort).filter(Terms::isEnough).forEach(beginnings::add);
        return beginnings;
    }

    private static boolean isShort(String word) {
        return word.codePointCount(0, word.length()) < Grams.LENGTH;
    }

    /// Where they are in a text, in rising order and without overlaps; empty when it does not hold
    /// all of them.
    public Optional<List<Highlight>> in(String text) {
        var folded = Folded.of(text);
        var plain = folded.plain();
        var found = new ArrayList<Highlight>();
        for (var phrase : phrases) {
            var at = plain.indexOf(phrase);
            if (at < 0) {
                return Optional.empty();
            }
            for (; at >= 0 && found.size() < MOST_HIGHLIGHTS; at = plain.indexOf(phrase, at + 1)) {
                found.add(folded.back(at, at + phrase.length()));
            }
        }
        return Optional.of(merged(found));
    }

    private static List<Highlight> merged(List<Highlight> found) {
        found.sort(Comparator.comparingInt(Highlight::begin));
        var merged = new ArrayList<Highlight>();
        for (var next : found) {
            if (merged.isEmpty() || merged.getLast().end() < next.begin()) {
                merged.add(next);
            } else {
                var last = merged.removeLast();
                merged.add(new Highlight(last.begin(), Math.max(last.end(), next.end())));
            }
        }
        return List.copyOf(merged);
    }
}
