// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Outcome;
import io.palabre.core.log.Committed;
import java.util.ArrayList;
import java.util.List;

/// What is to be told about one batch, in the order of its pieces.
final class Telling {

    private final Committed told;
    private final List<Runnable> steps = new ArrayList<>();
    private List<Outcome.Accepted> accepted = new ArrayList<>();

    Telling(Committed told) {
        this.told = told;
    }

    void committed(Outcome.Accepted outcome) {
        accepted.add(outcome);
    }

    /// Something that runs behind what was committed so far and before what comes next.
    void then(Runnable step) {
        closeAccepted();
        steps.add(step);
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
