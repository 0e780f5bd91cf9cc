// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// From one millisecond until before another.
record Span(long from, long to) {

    boolean isEmpty() {
        return to <= from;
    }

    long length() {
        return to - from;
    }

    boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }

    Span longer(long millis) {
        return new Span(from, to + millis);
    }

    Span within(Span other) {
        return new Span(Math.max(from, other.from), Math.min(to, other.to));
    }

    /// What of this is in none of those.
    List<Span> without(List<Span> others) {
        var left = new ArrayList<Span>();
        var start = from;
        for (var other : sorted(others)) {
            if (other.from > start) {
                left.add(new Span(start, Math.min(to, other.from)));
            }
            start = Math.max(start, other.to);
            if (start >= to) {
                break;
            }
        }
        left.add(new Span(start, to));
        return left.stream().filter(span -> !span.isEmpty()).toList();
    }

    private static List<Span> sorted(List<Span> spans) {
        return spans.stream()
                .filter(span -> !span.isEmpty())
                .sorted(Comparator.comparingLong(Span::from))
                .toList();
    }
}
