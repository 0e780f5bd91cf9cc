// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e;

import io.palabre.core.ids.ConversationId;
import io.palabre.e2e.clients.LiveClient;
import io.palabre.e2e.history.Act;
import io.palabre.e2e.history.Entry;
import io.palabre.e2e.history.Follower;
import io.palabre.e2e.history.Run;
import io.palabre.sql.SqliteStore;
import io.palabre.sql.StoreOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// How a scene ended: the server is stopped, and the store is read through its own code.
public final class Ending {
    private static final Duration TO_STOP = Duration.ofSeconds(30);

    private Ending() {}

    /// What was done and heard, and what is in the store.
    ///
    /// @param devices who should have all of the conversations since their beginning
    public static Run of(Scene scene, List<String> conversations, List<LiveClient> devices) {
        scene.server().terminate(TO_STOP);
        var logs = new HashMap<String, List<Entry>>();
        var acts = new HashMap<String, List<Act>>();
        var followers = new ArrayList<Follower>();
        try (var store =
                SqliteStore.open(scene.server().data(), StoreOptions.standard(), _ -> _ -> {})) {
            for (var each : conversations) {
                var chronicle = Chronicle.of(store.log(), ConversationId.parse(each).orElseThrow());
                logs.put(each, chronicle.entries());
                acts.put(each, chronicle.acts());
                for (var device : devices) {
                    followers.add(
                            new Follower(
                                    device.name(),
                                    each,
                                    Trio.BEGINNING,
                                    chronicle.entries().size()));
                }
            }
        }
        return new Run(scene.history().sorted(), logs, followers, acts);
    }
}
