// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Outcome;
import io.palabre.core.log.Committed;
import java.util.ArrayList;
import java.util.List;

/// What is to be told about one batch, in the order of its pieces.
final class Telling {

    private final Committed told;
    private final boolean safe;
    private final List<Runnable> steps = new ArrayList<>();
    private List<Outcome.Accepted> accepted = new ArrayList<>();

    private Telling(Committed told, boolean safe) {
        this.told = told;
        this.safe = safe;
    }

    /// Of a batch that is on disk.
    static Telling safe(Committed told) {
        return new Telling(told, true);
    }

    /// Of a batch that may be on disk or not: those who waited for a step in it were told to come
    /// again.
    static Telling doubtful(Committed told) {
        return new Telling(told::perhapsCommitted, false);
    }

    boolean isSafe() {
        return safe;
    }

    void committed(Outcome.Accepted outcome) {
        accepted.add(outcome);
    }

    /// Something that runs behind what was committed so far and before what comes next.
    void then(Runnable step) {
        if (safe) {
            closeAccepted();
            steps.add(step);
        }
    }

    private void closeAccepted() {
        if (!accepted.isEmpty()) {
            var batch = List.copyOf(accepted);
            steps.add(() -> told.committed(batch));
            accepted = new ArrayList<>();
        }
    }

    List<Runnable> steps() {
        closeAccepted();
        return steps;
    }
}
