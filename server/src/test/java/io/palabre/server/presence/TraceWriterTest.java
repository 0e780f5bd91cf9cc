// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.SystemTime;
import io.palabre.core.ids.Ids;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.RandomIds;
import io.palabre.core.people.Enrolment;
import io.palabre.core.people.Newcomer;
import io.palabre.core.presence.Trace;
import io.palabre.sql.SqliteStore;
import io.palabre.sql.StoreOptions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceWriterTest {
    private static final Instant SEEN = Instant.parse("2026-01-01T00:00:00Z");

    private final Ids ids = new RandomIds(new SystemTime(), new SecureRandom());

    @TempDir Path folder;

    @Test
    void many_are_written_in_parts_that_hold_no_message_up_for_long() throws Exception {
        var sizes = new CopyOnWriteArrayList<Integer>();
        try (var store = SqliteStore.open(folder, StoreOptions.standard(), _ -> _ -> {})) {
            var ann = ann(store);
            var traces = new ArrayList<Trace>();
            for (int i = 0; i < 249; i++) traces.add(seen(new PersonId(ids.next())));
            traces.add(seen(ann));
            try (var writer =
                    new TraceWriter(
                            some -> {
                                sizes.add(some.size());
                                store.traces().keep(some);
                            })) {
                writer.write(traces);
            }
            assertThat(sizes).containsExactly(100, 100, 50);
            assertThat(store.people().byId(ann).orElseThrow().lastSeen()).isEqualTo(SEEN);
        }
    }

    private static Trace seen(PersonId person) {
        return new Trace(person, SEEN, null);
    }

    private static PersonId ann(SqliteStore store) {
        var enrolment = store.people().enrol(Newcomer.named("ann", "Ann"));
        return ((Enrolment.Enrolled) enrolment).person().id();
    }
}
