// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.SystemTime;
import io.palabre.core.conversations.Limits;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.log.Unavailable;
import io.palabre.core.search.Search;
import io.palabre.core.search.Terms;
import io.palabre.core.testing.Story;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedIndexTest {

    private static final String DAMAGED = "the search index is damaged and is made anew";
    private static final int PAGE = 4096;

    @TempDir Path folder;

    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final StoreWatch watch =
            new StoreWatch() {
                @Override
                public void written(Batch batch) {}

                @Override
                public void fault(String what, Throwable cause) {
                    faults.add(what);
                }
            };

    private SqlitePorts open() {
        return new SqlitePorts(
                SqliteStore.open(
                        folder,
                        new StoreOptions(
                                new SystemTime(), new SecureRandom(), Limits.standard(), 2, watch),
                        _ -> _ -> {}));
    }

    @Test
    void it_is_made_anew_once_and_finds_what_it_found_before() throws Exception {
        PersonId ann;
        ConversationId here;
        try (var ports = open()) {
            var story = new Story(ports);
            ann = story.person("ann");
            here = story.privately(ann, story.person("bob"));
            for (var i = 0; i < 300; i++) {
                story.says(ann, here, "needle number " + i + " in a large stack of hay");
            }
            Await.until(() -> found(ports, ann) == 50);
        }
        damage(folder.resolve("search.db"));
        try (var ports = open()) {
            new Story(ports).accepted(Story.post(ann, here, "last", "another needle"));
            Await.until(() -> newest(ports, ann).equals("another needle"));
            assertThat(found(ports, ann)).isEqualTo(50);
            assertThat(faults).containsOnlyOnce(DAMAGED);
        }
    }

    private static long found(SqlitePorts ports, PersonId reader) {
        try {
            return ports.search().find(reader, query()).orElseThrow().hits().size();
        } catch (Unavailable damaged) {
            return 0;
        }
    }

    private static String newest(SqlitePorts ports, PersonId reader) {
        return found(ports, reader) == 0
                ? ""
                : ports.search()
                        .find(reader, query())
                        .orElseThrow()
                        .hits()
                        .getFirst()
                        .message()
                        .content()
                        .text();
    }

    private static Search.Query query() {
        return new Search.Query(
                Terms.of("needle").orElseThrow(), Search.Scope.everything(), null, 50);
    }

    /// All but the first pages, which say what file it is and how far it has come.
    private static void damage(Path index) throws IOException, SQLException {
        try (var db = Db.open(index)) {
            db.run("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        try (var file = FileChannel.open(index, StandardOpenOption.WRITE)) {
            var pages = file.size() / PAGE;
            for (var page = pages / 2; page < pages; page++) {
                file.write(ByteBuffer.allocate(PAGE).put(0, (byte) 0x7f), page * PAGE);
            }
        }
    }
}
