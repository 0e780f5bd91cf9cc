// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.inbox;

/// Which lines are looked at.
public sealed interface Window {

    /// So many up to and including `pivot`, and so many behind it.
    record Reach(long pivot, int before, int after) {}

    default Reach reach(int limit) {
        return switch (this) {
            case Latest() -> new Reach(Long.MAX_VALUE, limit, 0);
            case Before(var seq) -> new Reach(seq - 1, limit, 0);
            case After(var seq) -> new Reach(seq, 0, limit);
            case Around(var seq) -> new Reach(seq, limit - limit / 2, limit / 2);
        };
    }

    /// The last ones.
    record Latest() implements Window {}

    /// The last ones with a number smaller than `seq`.
    record Before(long seq) implements Window {}

    /// The first ones with a number greater than `seq`.
    record After(long seq) implements Window {}

    /// Those around `seq`: half of them up to and including it, half behind it.
    record Around(long seq) implements Window {}
}
