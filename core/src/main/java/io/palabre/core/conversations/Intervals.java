// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import java.util.List;

/// What a person may see of a conversation: the numbers while they were a member, in rising
/// intervals.
public record Intervals(List<Interval> all) {

    public Intervals {
        all = List.copyOf(all);
    }

    /// Nothing at all: the person was never a member.
    public boolean none() {
        return all.isEmpty();
    }

    public boolean contains(long seq) {
        return all.stream().anyMatch(interval -> interval.contains(seq));
    }

    /// The part from `first` to `last`, both included.
    public Intervals within(long first, long last) {
        return new Intervals(
                all.stream()
                        .map(
                                i ->
                                        new Interval(
                                                Math.max(i.first(), first),
                                                Math.min(i.last(), last)))
                        .filter(i -> i.first() <= i.last())
                        .toList());
    }

    /// How many numbers there are in it up to `head`; exact, because numbers are dense.
    public long count(long head) {
        return within(1, head).all.stream().mapToLong(i -> i.last() - i.first() + 1).sum();
    }
}
