// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.log;

import io.palabre.core.conversations.Outcome;
import java.util.List;

/// Hears of everything that was committed, in the order of commits, from one thread at a time. It
/// is told after the data is safe, and does not delay the answers to the commands. It must not
/// commit anything itself.
@FunctionalInterface
public interface Committed {

    /// Tells what one fsync made safe; refusals and repetitions are not in it.
    void committed(List<Outcome.Accepted> batch);

    /// Tells, in the same order, what may have been made safe or not when the store failed; by now
    /// the log knows. Who waited for it was told neither.
    default void perhapsCommitted(List<Outcome.Accepted> batch) {}
}
