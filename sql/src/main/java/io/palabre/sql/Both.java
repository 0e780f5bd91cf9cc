// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Outcome;
import io.palabre.core.log.Committed;
import java.util.List;

/// Two that hear what was committed, one after the other.
record Both(Committed first, Committed second) implements Committed {

    @Override
    public void committed(List<Outcome.Accepted> batch) {
        first.committed(batch);
        second.committed(batch);
    }

    @Override
    public void perhapsCommitted(List<Outcome.Accepted> batch) {
        first.perhapsCommitted(batch);
        second.perhapsCommitted(batch);
    }
}
