// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import static java.util.stream.Collectors.joining;

import io.palabre.core.Time;
import io.palabre.core.conversations.Interval;
import io.palabre.core.conversations.Intervals;
import io.palabre.core.conversations.Message;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.search.Found;
import io.palabre.core.search.Search;
import io.palabre.core.search.Terms;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Search in SQLite. The index says where to look, conversation by conversation, those with the
/// latest activity first; each message is then read as it is now. What the index found wrongly is
/// dropped there. After two seconds what was found is all there is.
final class SqliteSearch implements Search {

    static final String MINE =
            """
            SELECT c.id, c.at, c.seq FROM member m JOIN conversation c ON c.id = m.conversation
            WHERE m.person = ? ORDER BY c.at DESC
            """;
    static final String ONE =
            """
            SELECT c.id, c.at, c.seq FROM member m JOIN conversation c ON c.id = m.conversation
            WHERE m.person = ? AND m.conversation = ?
            """;
    static final String HOLDING =
            """
            SELECT c.id, c.at, c.seq FROM search.place p
            JOIN member m ON m.person = ? AND m.conversation = p.conversation
            JOIN conversation c ON c.id = m.conversation
            WHERE p.no = ?
            """;
    static final String AT = "SELECT at FROM event WHERE conversation = ? AND seq = ?";

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 64;

    /// Where no more messages than these hold the words, their conversations are looked up.
    private static final int FEW = 4_000;

    /// Of a reader with no more conversations than these, all are looked through.
    private static final int FEW_TALKS = 500;

    private final Readers readers;
    private final Lines lines;
    private final Time time;

    /// @param readers of the log, with the index at hand as `search`
    SqliteSearch(Readers readers, Lines lines, Time time) {
        this.readers = readers;
        this.lines = lines;
        this.time = time;
    }

    private record Talk(ConversationId id, Instant at, long seq) {}

    private static Talk talk(Row row) throws SQLException {
        return new Talk(row.conversation(1), row.time(2), row.number(3));
    }

    @Override
    public Optional<Found> find(PersonId reader, Query query) {
        var deadline = time.nanos() + PATIENCE.toNanos();
        return readers.snapshot(db -> new Looking(db, reader, query, deadline).find());
    }

    /// Exactly what the terms say: each piece is quoted, and holds letters and digits alone.
    static String expression(Terms terms) {
        return Stream.concat(
                        terms.pieces().stream().map(piece -> "\"" + piece + "\""),
                        terms.beginnings().stream().map(piece -> "\"" + piece + "\" *"))
                .collect(joining(" AND "));
    }

    /// One search, and the best it has found so far.
    private final class Looking {
        private final Db db;
        private final PersonId reader;
        private final Query query;
        private final long deadline;
        private final String expression;
        private final TreeSet<Found.Hit> best =
                new TreeSet<>(Comparator.comparing(Found.Hit::place).reversed());

        Looking(Db db, PersonId reader, Query query, long deadline) {
            this.db = db;
            this.reader = reader;
            this.query = query;
            this.deadline = deadline;
            expression = expression(query.terms());
        }

        Optional<Found> find() throws SQLException {
            var only = query.conversation();
            var talks = only == null ? talks() : db.list(ONE, SqliteSearch::talk, reader, only);
            if (only != null && talks.isEmpty()) {
                return Optional.empty();
            }
            for (var talk : talks) {
                if (isLate() || (isFull() && talk.at().isBefore(best.last().place().at()))) {
                    break;
                }
                look(talk);
            }
            return Optional.of(found());
        }

        /// The reader's conversations, latest first. Of who has many, rare words are looked for
        /// only in those that hold them; frequent ones in all, since the best are soon found.
        private List<Talk> talks() throws SQLException {
            var mine = db.list(MINE, SqliteSearch::talk, reader);
            if (mine.size() <= FEW_TALKS) {
                return mine;
            }
            var holding =
                    db.list(
                            SearchIndex.ANYWHERE,
                            row -> SearchIndex.noOf(row.number(1)),
                            expression,
                            FEW + 1);
            if (holding.size() > FEW) {
                return mine;
            }
            var talks = new ArrayList<Talk>();
            for (var no : new TreeSet<>(holding)) {
                db.first(HOLDING, SqliteSearch::talk, reader, no).ifPresent(talks::add);
            }
            talks.sort(Comparator.comparing(Talk::at).reversed());
            return talks;
        }

        private Found found() {
            var hits = List.copyOf(best);
            var shown = hits.subList(0, Math.min(query.limit(), hits.size()));
            var next = hits.size() > query.limit() ? hits.getLast().place() : null;
            return new Found(shown, next, !isLate());
        }

        private boolean isLate() {
            return time.nanos() - deadline > 0;
        }

        /// One more than is shown tells whether there are more.
        private boolean isFull() {
            return best.size() > query.limit();
        }

        private void look(Talk talk) throws SQLException {
            var no = db.first(SearchIndex.NUMBER, row -> row.number(1), talk.id());
            if (no.isPresent()) {
                var eyes = Lines.Reader.of(db, reader, talk.id());
                look(eyes, eyes.intervals().within(1, newest(talk)), no.get());
            }
        }

        private void look(Lines.Reader eyes, Intervals part, long no) throws SQLException {
            for (var interval : part.all().reversed()) {
                var upTo = SearchIndex.most(interval.last());
                while (upTo >= interval.first() && !isLate()) {
                    var seqs = candidates(no, interval.first(), upTo);
                    if (!keepAll(eyes, seqs)) {
                        return;
                    }
                    upTo = seqs.size() < AT_ONCE ? 0 : seqs.getLast() - 1;
                }
            }
        }

        private List<Long> candidates(long no, long from, long upTo) throws SQLException {
            return db.list(
                    SearchIndex.FIND,
                    row -> SearchIndex.seqOf(row.number(1)),
                    expression,
                    SearchIndex.rowId(no, from),
                    SearchIndex.rowId(no, upTo),
                    AT_ONCE);
        }

        /// Whether older ones of this conversation can still be among the best.
        private boolean keepAll(Lines.Reader eyes, List<Long> seqs) throws SQLException {
            for (var seq : seqs) {
                var message = lines.message(db, eyes, seq);
                if (message.isPresent() && !keep(message.get())) {
                    return false;
                }
            }
            return true;
        }

        private boolean keep(Message message) {
            var place = Found.Place.of(message);
            if (isFull() && place.compareTo(best.last().place()) < 0) {
                return false;
            }
            var sender = query.sender();
            var from = query.from();
            var isWanted =
                    (sender == null || sender.equals(message.posted().by()))
                            && (from == null || place.compareTo(from) <= 0);
            if (isWanted) {
                query.terms()
                        .in(message.content().text())
                        .ifPresent(highlights -> best.add(new Found.Hit(message, highlights)));
            }
            if (best.size() > query.limit() + 1) {
                best.pollLast();
            }
            return true;
        }

        /// The last number of a conversation that can be on this page.
        private long newest(Talk talk) throws SQLException {
            var from = query.from();
            if (from == null || talk.at().isBefore(from.at())) {
                return Interval.OPEN;
            }
            long first = 0;
            long last = talk.seq();
            while (first < last) {
                var middle = (first + last + 1) >>> 1;
                var at = db.first(AT, row -> row.time(1), talk.id(), middle).orElseThrow();
                if (at.isAfter(from.at())) {
                    last = middle - 1;
                } else {
                    first = middle;
                }
            }
            return first;
        }
    }
}
