// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import static java.util.stream.Collectors.joining;

import io.palabre.core.Time;
import io.palabre.core.conversations.Message;
import io.palabre.core.ids.PersonId;
import io.palabre.core.search.Found;
import io.palabre.core.search.Search;
import io.palabre.core.search.Terms;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Search in SQLite. The index says where to look, newest first; each message is then read as it is
/// now, and what the index found wrongly is dropped. After two seconds what was found is all there
/// is.
///
/// Of a reader with few conversations it is asked for these alone. Of one with many it is asked for
/// all there are and those of others are stepped over; if these are too many, it is asked for the
/// reader's again, some at a time, those with the latest activity first.
final class SqliteSearch implements Search {

    static final String ONE = "SELECT 1 FROM member WHERE person = ? AND conversation = ?";
    static final String SOME =
            """
            SELECT p.no FROM member m CROSS JOIN search.place p ON p.conversation = m.conversation
            WHERE m.person = ? LIMIT ?
            """;
    static final String MINE =
            """
            SELECT p.no, c.at FROM member m
            CROSS JOIN conversation c ON c.id = m.conversation
            CROSS JOIN search.place p ON p.conversation = m.conversation
            WHERE m.person = ? ORDER BY c.at DESC
            """;
    static final String HOLDING =
            """
            SELECT m.conversation FROM search.place p
            CROSS JOIN member m ON m.person = ? AND m.conversation = p.conversation
            WHERE p.no = ?
            """;

    /// How often a slice becomes twice as large.
    private static final int DOUBLINGS = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Readers readers;
    private final Lines lines;
    private final Time time;
    private final Reach reach;

    /// How it is looked for.
    ///
    /// @param together of so many conversations at once
    /// @param others so many messages of others are stepped over
    /// @param slice among so many messages at first when all are asked for, then among more, so
    ///   that there is time to stop
    record Reach(int together, int others, int slice) {
        static final Reach STANDARD = new Reach(100, 20_000, 20_000);
    }

    /// @param readers of the log, with the index at hand as `search`
    SqliteSearch(Readers readers, Lines lines, Time time, Reach reach) {
        this.readers = readers;
        this.lines = lines;
        this.time = time;
        this.reach = reach;
    }

    @Override
    public Optional<Found> find(PersonId reader, Query query) {
        var deadline = time.nanos() + PATIENCE.toNanos();
        return readers.snapshot(db -> new Looking(db, reader, query, deadline).find());
    }

    /// Exactly what the terms say: each piece is quoted, and holds letters and digits alone.
    static String expression(Terms terms) {
        return Stream.concat(
                        terms.pieces().stream().map(SqliteSearch::quoted),
                        terms.beginnings().stream().map(piece -> quoted(piece) + " *"))
                .collect(joining(" AND "));
    }

    /// The same, in one of some places.
    private static String expression(Terms terms, List<Long> places) {
        return places.stream()
                .map(place -> quoted(SearchIndex.in(place)))
                .collect(joining(" OR ", expression(terms) + " AND (", ")"));
    }

    private static String quoted(String piece) {
        return '"' + piece + '"';
    }

    /// A conversation of the reader's.
    private record Talk(long place, Instant at) {}

    private static Talk talk(Row row) throws SQLException {
        return new Talk(row.number(1), row.time(2));
    }

    /// One search, and the best it has found so far.
    private final class Looking {
        private final Db db;
        private final PersonId reader;
        private final Query query;
        private final long deadline;
        private final long upTo;
        private final Map<Long, Optional<Lines.Reader>> eyes = new HashMap<>();
        private final TreeSet<Found.Hit> best =
                new TreeSet<>(Comparator.comparing(Found.Hit::place).reversed());
        private int ofOthers;
        private boolean over;
        private boolean late;

        Looking(Db db, PersonId reader, Query query, long deadline) {
            this.db = db;
            this.reader = reader;
            this.query = query;
            this.deadline = deadline;
            upTo = Math.min(upTo(query), before(query.scope().until()));
        }

        private static long upTo(Query query) {
            var from = query.from();
            return from == null ? Long.MAX_VALUE : SearchIndex.last(from.at());
        }

        private static long before(@Nullable Instant until) {
            return until == null ? Long.MAX_VALUE : SearchIndex.last(until.minusMillis(1));
        }

        Optional<Found> find() throws SQLException {
            var only = query.scope().conversation();
            if (only == null) {
                lookEverywhere();
            } else if (db.first(ONE, _ -> true, reader, only).isEmpty()) {
                return Optional.empty();
            } else {
                lookIn(db.list(SearchIndex.NUMBER, row -> row.number(1), only));
            }
            return Optional.of(found());
        }

        private void lookEverywhere() throws SQLException {
            var some = db.list(SOME, row -> row.number(1), reader, reach.together() + 1);
            if (some.size() <= reach.together()) {
                lookIn(some);
                return;
            }
            lookInAll(expression(query.terms()));
            if (ofOthers > reach.others()) {
                lookInMany(db.list(MINE, SqliteSearch::talk, reader));
            }
        }

        /// Slice by slice, the newest first.
        private void lookInAll(String expression) throws SQLException {
            var last = upTo;
            for (var i = 0; last >= 0 && !over && !isLate(); i++) {
                var slice = reach.slice() << Math.min(i, DOUBLINGS);
                var first = db.first(SearchIndex.BACK, row -> row.number(1), last, slice);
                look(expression, first.orElse(0L), last);
                last = first.orElse(0L) - 1;
            }
        }

        private void lookInMany(List<Talk> talks) throws SQLException {
            for (var i = 0; i < talks.size(); i += reach.together()) {
                var group = talks.subList(i, Math.min(i + reach.together(), talks.size()));
                if (isLate() || isTooOld(group.getFirst().at())) {
                    return;
                }
                lookIn(group.stream().map(Talk::place).toList());
            }
        }

        private void lookIn(List<Long> places) throws SQLException {
            if (!places.isEmpty()) {
                look(expression(query.terms(), places), 0, upTo);
            }
        }

        private void look(String expression, long first, long last) throws SQLException {
            over = false;
            db.walk(SearchIndex.FIND, this::lookAt, expression, first, last);
        }

        private Found found() {
            var hits = List.copyOf(best);
            var shown = hits.subList(0, Math.min(query.limit(), hits.size()));
            var next = hits.size() > query.limit() ? hits.getLast().place() : null;
            return new Found(shown, next, !late);
        }

        /// One more than is shown tells whether there are more.
        private boolean isFull() {
            return best.size() > query.limit();
        }

        private boolean isTooOld(Instant at) {
            return query.scope().isAfter(at) || (isFull() && at.isBefore(best.last().place().at()));
        }

        private boolean isLate() {
            late = time.nanos() - deadline > 0;
            return late;
        }

        /// Whether older ones can still be among the best, and there is time for them.
        private boolean lookAt(Row row) throws SQLException {
            over = isTooOld(SearchIndex.at(row.number(1))) || isLate() || !looked(row);
            return !over;
        }

        /// Whether it was not one too many of others.
        private boolean looked(Row row) throws SQLException {
            var seen = eyes(row.number(2));
            if (seen.isEmpty()) {
                return ++ofOthers <= reach.others();
            }
            lines.message(db, seen.get(), row.number(3)).ifPresent(this::keep);
            return true;
        }

        /// The reader in one of their conversations; empty for those of others.
        private Optional<Lines.Reader> eyes(long place) throws SQLException {
            var known = eyes.get(place);
            if (known != null) {
                return known;
            }
            var where = db.first(HOLDING, row -> row.conversation(1), reader, place);
            Optional<Lines.Reader> found =
                    where.isEmpty()
                            ? Optional.empty()
                            : Optional.of(Lines.Reader.of(db, reader, where.get()));
            eyes.put(place, found);
            return found;
        }

        private void keep(Message message) {
            var place = Found.Place.of(message);
            var from = query.from();
            var isWanted =
                    query.scope().holds(message.posted().by(), place.at())
                            && (from == null || place.compareTo(from) <= 0);
            if (isWanted) {
                query.terms()
                        .in(message.content().text())
                        .ifPresent(highlights -> best.add(new Found.Hit(message, highlights)));
            }
            if (best.size() > query.limit() + 1) {
                best.pollLast();
            }
        }
    }
}
