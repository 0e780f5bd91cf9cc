// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.core.conversations.Entry;
import io.palabre.core.hub.Hub;
import io.palabre.core.log.Unavailable;
import io.palabre.core.testing.Story;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The store fails when a batch is on disk already, so that nobody can say whether it is.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DoubtTest {

    @TempDir Path folder;

    /// Once set, the next batch fails behind its commit.
    private final AtomicBoolean failing = new AtomicBoolean();

    private final StoreWatch watch =
            new StoreWatch() {
                @Override
                public void written(Batch batch) {
                    if (failing.getAndSet(false)) {
                        throw new IllegalStateException("on purpose");
                    }
                }

                @Override
                public void fault(String what, Throwable cause) {}
            };

    @Test
    void what_reached_the_disk_unacknowledged_is_told_when_the_store_has_mended() {
        var hall = new Hall();
        var options = StoreOptions.standard().watchedBy(watch);
        try (var store = SqliteStore.open(folder, options, log -> new Hub(log, hall))) {
            var story = new Story(new SqlitePorts(store));
            var ann = story.person("ann");
            var bob = story.person("bob");
            var here = story.privately(ann, bob);
            var seat = new Hall.Seat(bob);
            store.log().atMembership(bob, conversations -> hall.take(seat, conversations));

            failing.set(true);
            assertThatThrownBy(() -> story.says(ann, here, "perhaps"))
                    .isInstanceOfSatisfying(
                            Unavailable.class, e -> assertThat(e.undecided()).isTrue());

            var heard = new ArrayList<Entry>();
            Await.until(() -> settled(store, () -> heard.addAll(seat.heard)));
            assertThat(heard).isEqualTo(store.log().after(here, 1, 10)).hasSize(1);
        }
    }

    /// Whether the store works again; then `look` has run behind everything that was told.
    private static boolean settled(SqliteStore store, Runnable look) {
        var anybody = store.people().byUsername("ann").orElseThrow().id();
        try {
            store.log().atMembership(anybody, _ -> look.run());
            return true;
        } catch (Unavailable e) {
            return false;
        }
    }
}
