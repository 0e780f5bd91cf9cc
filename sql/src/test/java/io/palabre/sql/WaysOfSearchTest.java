// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.SystemTime;
import io.palabre.core.Time;
import io.palabre.core.conversations.Durable;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.search.Found;
import io.palabre.core.search.Search;
import io.palabre.core.search.Terms;
import io.palabre.core.testing.Story;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whichever way the index is asked, the same is found, in the same order, page after page. Rows
/// are those of docs/security.md.
class WaysOfSearchTest {

    private static final int GROUPS = 14;
    private static final int MESSAGES = 600;
    private static final int PAGE = 7;

    @TempDir Path folder;

    private final Random random = new Random(8);
    private final List<ConversationId> groups = new ArrayList<>();
    private SqlitePorts ports;
    private Readers readers;
    private PersonId ann;
    private PersonId bob;

    @BeforeEach
    void people_talk_and_come_and_go() throws Exception {
        ports = SqlitePorts.open(folder, new SystemTime(), _ -> _ -> {});
        var story = new Story(ports);
        ann = story.person("ann");
        bob = story.person("bob");
        for (var i = 0; i < GROUPS; i++) {
            groups.add(i % 2 == 0 ? story.group(ann, bob) : story.group(ann));
        }
        for (var i = 0; i < MESSAGES; i++) {
            var where = groups.get(random.nextInt(GROUPS));
            story.says(ann, where, random.nextInt(4) == 0 ? "a needle" : "some hay");
            if (i == MESSAGES / 2) {
                story.adds(ann, groups.get(1), bob);
                story.leaves(bob, groups.get(2));
                story.adds(ann, groups.get(2), bob);
                story.leaves(bob, groups.get(4));
            }
        }
        readers =
                new Readers(
                        () ->
                                Searching.both(
                                        folder.resolve("palabre.db"), folder.resolve("search.db")),
                        1);
        Await.until(() -> found(SqliteSearch.Reach.STANDARD, ann).equals(said(ann)));
    }

    @AfterEach
    void close() throws Exception {
        readers.close();
        ports.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 9",
        "2, 10, 5",
        "3, 100000, 7",
        "4, 100000, 1",
        "4, 50, 100",
        "100, 20000, 7"
    })
    void finds_the_same(int together, int others, int slice) {
        var expected = said(bob);
        assertThat(expected).hasSizeGreaterThan(50);
        assertThat(found(new SqliteSearch.Reach(together, others, slice), bob)).isEqualTo(expected);
    }

    @Test
    void who_searches_too_long_is_told_that_it_is_not_all_row_59() {
        var everything =
                new Search.Query(
                        Terms.of("needle").orElseThrow(), Search.Scope.everything(), null, PAGE);
        var slice = new SqliteSearch.Reach(1, 0, 10);
        assertThat(search(slice, new SystemTime()).find(bob, everything).orElseThrow().complete())
                .isTrue();
        var late = search(slice, new Rushing()).find(bob, everything).orElseThrow();
        assertThat(late.complete()).isFalse();
    }

    /// Each look at it is three seconds later.
    private static final class Rushing implements Time {
        private long nanos;

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public long nanos() {
            return nanos += Duration.ofSeconds(3).toNanos();
        }
    }

    private SqliteSearch search(SqliteSearch.Reach reach, Time time) {
        return new SqliteSearch(readers, new Lines(new Events(new Codec())), time, reach);
    }

    @Test
    void the_index_is_entered_by_keys() throws Exception {
        for (var sql :
                List.of(
                        SqliteSearch.ONE,
                        SqliteSearch.SOME,
                        SqliteSearch.MINE,
                        SqliteSearch.HOLDING,
                        SearchIndex.NUMBER)) {
            assertThat(plan(sql)).isNotEmpty().noneMatch(step -> step.startsWith("SCAN"));
        }
        assertThat(plan(SearchIndex.BACK)).noneMatch(step -> step.contains("TEMP B-TREE"));
        assertThat(plan(SearchIndex.FIND)).noneMatch(step -> step.contains("TEMP B-TREE"));
    }

    private List<String> plan(String sql) {
        var marks = sql.chars().filter(c -> c == '?').count();
        var values = Collections.<@Nullable Object>nCopies((int) marks, 1).toArray();
        return readers.read(db -> db.list("EXPLAIN QUERY PLAN " + sql, row -> row.text(4), values));
    }

    /// All pages.
    private List<Found.Place> found(SqliteSearch.Reach reach, PersonId reader) {
        var search = search(reach, new SystemTime());
        var needle = Terms.of("needle").orElseThrow();
        var places = new ArrayList<Found.Place>();
        Found.@Nullable Place from = null;
        do {
            var query = new Search.Query(needle, Search.Scope.everything(), from, PAGE);
            var page = search.find(reader, query).orElseThrow();
            page.hits().forEach(hit -> places.add(hit.place()));
            from = page.next();
        } while (from != null);
        return places;
    }

    private List<Found.Place> said(PersonId reader) {
        var places = new ArrayList<Found.Place>();
        for (var group : groups) {
            if (ports.inbox().conversation(reader, group).isEmpty()) {
                continue;
            }
            for (var entry : ports.missed(reader, group, 0).orElseThrow()) {
                if (entry.event() instanceof Durable.Posted posted
                        && posted.content().text().equals("a needle")) {
                    places.add(new Found.Place(entry.at(), entry.id()));
                }
            }
        }
        places.sort(null);
        return places.reversed();
    }
}
