// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import java.util.ArrayList;
import java.util.List;

/// What a person may see of a conversation: the numbers while they were a member, in rising
/// intervals.
public record Intervals(List<Interval> all) {

    public Intervals {
        all = List.copyOf(all);
    }

    /// Every number there may be.
    public static Intervals everything() {
        return new Intervals(List.of(new Interval(1, Interval.OPEN)));
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

    /// The part behind `seq`.
    public Intervals behind(long seq) {
        return seq == Interval.OPEN ? new Intervals(List.of()) : within(seq + 1, Interval.OPEN);
    }

    /// The first numbers of it, at most so many.
    public Intervals first(long most) {
        var part = new ArrayList<Interval>();
        var room = most;
        for (var interval : all) {
            if (room > 0) {
                var last = Math.min(interval.last() - interval.first(), room - 1);
                part.add(new Interval(interval.first(), interval.first() + last));
                room -= last + 1;
            }
        }
        return new Intervals(part);
    }

    /// How many numbers there are in it up to `head`; exact, because numbers are dense.
    public long count(long head) {
        var count = 0L;
        for (var interval : all) {
            count += Math.max(0, Math.min(interval.last(), head) - interval.first() + 1);
        }
        return count;
    }
}
