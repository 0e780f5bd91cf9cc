// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

/// Event numbers from `first` to `last`, both included.
public record Interval(long first, long last) {

    /// Where an interval ends that has not ended.
    public static final long OPEN = Long.MAX_VALUE;

    public boolean contains(long seq) {
        return first <= seq && seq <= last;
    }
}
