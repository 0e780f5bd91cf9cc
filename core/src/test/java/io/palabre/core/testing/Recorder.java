// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.log.Committed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers what it was told.
public final class Recorder implements Committed {

    private final List<Outcome.Accepted> told = new CopyOnWriteArrayList<>();

    @Override
    public void committed(List<Outcome.Accepted> batch) {
        told.addAll(batch);
    }

    public List<Outcome.Accepted> told() {
        return List.copyOf(told);
    }

    public List<Entry> entries() {
        return told.stream().flatMap(accepted -> accepted.entries().stream()).toList();
    }
}
