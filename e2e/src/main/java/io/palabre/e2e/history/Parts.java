// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The logs of a run by their numbers, to be had in parts.
final class Parts {
    private final Map<String, TreeMap<Long, Entry>> logs = new HashMap<>();

    Parts(Run run) {
        run.logs()
                .forEach(
                        (conversation, log) -> {
                            var bySeq = new TreeMap<Long, Entry>();
                            log.forEach(entry -> bySeq.put(entry.seq(), entry));
                            logs.put(conversation, bySeq);
                        });
    }

    /// What a follower should have.
    Collection<Entry> of(Follower follower) {
        var log = logs.get(follower.conversation());
        return log == null || follower.after() >= follower.to()
                ? List.of()
                : log.subMap(follower.after(), false, follower.to(), true).values();
    }
}
