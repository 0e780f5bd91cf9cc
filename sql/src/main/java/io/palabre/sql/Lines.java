// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Content;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Interval;
import io.palabre.core.conversations.Intervals;
import io.palabre.core.conversations.Line;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.Message.Marks;
import io.palabre.core.conversations.Message.Pin;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads lines of timelines: messages as they are now, and what happened between them. A message
/// that was never touched costs a look at a key; one that was, a look at each event that stands.
final class Lines {

    /// With the places for where they are looked for, and in which conversation.
    static final String NOW =
            """
            SELECT e.conversation, e.seq, e.ord, e.at, e.actor, e.kind, e.version, e.body,
              x.seq, x.at, x.kind, x.version, x.body, d.at, p.seq, p.at, p.actor
            FROM %s
            LEFT JOIN message m ON m.conversation = e.conversation AND m.seq = e.seq
            LEFT JOIN event x ON x.conversation = m.conversation AND x.seq = m.edited
            LEFT JOIN event d ON d.conversation = m.conversation AND d.seq = m.deleted
            LEFT JOIN event p ON p.conversation = m.conversation AND p.seq = m.pinned
            WHERE e.conversation = %s
            """;

    static final String UNHIDDEN =
            " AND NOT EXISTS (SELECT 1 FROM hidden h"
                    + " WHERE h.person = ? AND h.conversation = e.conversation AND h.seq = e.seq)";

    private static final String IN_ORDER = UNHIDDEN + " ORDER BY e.seq %s LIMIT ?";

    private static final String LINES =
            NOW.formatted("event e INDEXED BY event_line", "?")
                    + " AND e.seq BETWEEN ? AND ? AND e.about IS NULL";

    static final String ONE =
            NOW.formatted("event e", "?") + " AND e.seq = ? AND e.kind = 'posted'";

    static final String AFTER = LINES + IN_ORDER.formatted("ASC");

    static final String BEFORE = LINES + IN_ORDER.formatted("DESC");

    static final String MESSAGES = LINES + " AND e.kind = 'posted'" + IN_ORDER.formatted("DESC");

    static final String EDIT_OF_THEN =
            """
            SELECT at, kind, version, body FROM event INDEXED BY event_about
            WHERE conversation = ? AND about = ? AND about IS NOT NULL AND seq <= ?
              AND kind = 'edited'
            ORDER BY seq DESC LIMIT 1
            """;

    static final String REACTIONS =
            """
            SELECT seq, emoji, person, added FROM reaction
            WHERE conversation = ? AND seq BETWEEN ? AND ? AND added <= ? ORDER BY seq, added
            """;

    static final String HIDDEN =
            "SELECT 1 FROM hidden WHERE person = ? AND conversation = ? AND seq = ?";

    private final Events events;

    Lines(Events events) {
        this.events = events;
    }

    /// Whose eyes these are.
    ///
    /// @param intervals which numbers they may see
    /// @param horizon the last number they have heard of; who has left sees messages as they were
    ///   then, save that what was deleted since is gone
    record Reader(PersonId person, ConversationId where, Intervals intervals, long horizon) {

        static Reader of(Db db, PersonId person, ConversationId where) throws SQLException {
            return of(person, where, Events.intervals(db, where, person));
        }

        static Reader of(PersonId person, ConversationId where, Intervals intervals) {
            var horizon = intervals.none() ? 0 : intervals.all().getLast().last();
            return new Reader(person, where, intervals, horizon);
        }

        Reactions.Eyes eyes() {
            return new Reactions.Eyes(horizon, person);
        }

        boolean sees(Db db, long seq) throws SQLException {
            return intervals.contains(seq)
                    && db.first(HIDDEN, _ -> true, person, where, seq).isEmpty();
        }
    }

    /// The first lines in some part of what a reader may see, rising.
    List<Line> first(Db db, Reader reader, Intervals part, int limit) throws SQLException {
        return collect(db, AFTER, reader, part.all(), limit);
    }

    /// The last lines in some part of what a reader may see, falling.
    List<Line> last(Db db, Reader reader, Intervals part, int limit) throws SQLException {
        return collect(db, BEFORE, reader, part.all().reversed(), limit);
    }

    /// The last message in some part of what a reader may see.
    Optional<Message> lastMessage(Db db, Reader reader, Intervals part) throws SQLException {
        var last = collect(db, MESSAGES, reader, part.all().reversed(), 1);
        return last.stream().map(Message.class::cast).findFirst();
    }

    /// One message, for nobody in particular.
    Optional<Message> message(Db db, MessageId id) throws SQLException {
        return message(db, id, Interval.OPEN);
    }

    /// One message as it was at event number `horizon`, for nobody in particular.
    Optional<Message> message(Db db, MessageId id, long horizon) throws SQLException {
        return message(db, id, new Reactions.Eyes(horizon, null));
    }

    private Optional<Message> message(Db db, MessageId id, Reactions.Eyes eyes)
            throws SQLException {
        var found = unquoted(db, id, eyes.horizon());
        return found.isEmpty() ? found : Optional.of(whole(db, found.get(), eyes));
    }

    /// One message, if the reader sees it.
    Optional<Message> message(Db db, Reader reader, long seq) throws SQLException {
        if (!reader.sees(db, seq)) {
            return Optional.empty();
        }
        var found = message(db, new MessageId(reader.where(), seq), reader.eyes());
        return found.isEmpty() ? found : Optional.of(unlessBlind(db, reader, found.get()));
    }

    private Message whole(Db db, Message message, Reactions.Eyes eyes) throws SQLException {
        var seq = message.seq();
        var where = message.posted().conversation();
        var answered = Reactions.of(db, where, seq, seq, eyes).on(message);
        return quoting(db, answered, eyes.horizon());
    }

    /// What it answers is shown to those who see that too.
    private static Message unlessBlind(Db db, Reader reader, Message message) throws SQLException {
        var quote = message.quote();
        return quote == null || reader.sees(db, quote.id().seq()) ? message : message.quoting(null);
    }

    private Optional<Message> unquoted(Db db, MessageId id, long horizon) throws SQLException {
        return db.first(ONE, row -> line(db, row, horizon), id.conversation(), id.seq())
                .map(Message.class::cast);
    }

    private List<Line> collect(
            Db db, String sql, Reader reader, List<Interval> intervals, int limit)
            throws SQLException {
        var found = new ArrayList<Line>();
        for (var interval : intervals) {
            if (found.size() < limit) {
                found.addAll(
                        db.list(
                                sql,
                                row -> line(db, row, reader.horizon()),
                                reader.where(),
                                interval.first(),
                                interval.last(),
                                reader.person(),
                                limit - found.size()));
            }
        }
        return found.isEmpty() ? found : complete(db, reader, found);
    }

    private List<Line> complete(Db db, Reader reader, List<Line> found) throws SQLException {
        var one = found.getFirst().seq();
        var other = found.getLast().seq();
        var reactions =
                Reactions.of(
                        db,
                        reader.where(),
                        Math.min(one, other),
                        Math.max(one, other),
                        reader.eyes());
        var complete = new ArrayList<Line>(found.size());
        for (var line : found) {
            complete.add(
                    line instanceof Message message
                            ? quoting(db, reader, reactions.on(message))
                            : line);
        }
        return complete;
    }

    /// With what it answers, if the reader sees that too.
    Message quoting(Db db, Reader reader, Message message) throws SQLException {
        return unlessBlind(db, reader, quoting(db, message, reader.horizon()));
    }

    private Message quoting(Db db, Message message, long horizon) throws SQLException {
        var replyTo = message.content().replyTo();
        if (replyTo == null) {
            return message;
        }
        var answered = new MessageId(message.posted().conversation(), replyTo);
        return unquoted(db, answered, horizon)
                .map(found -> message.quoting(found.quoted()))
                .orElse(message);
    }

    /// A row as it was at event number `horizon`, without reactions and what it answers.
    Line line(Db db, Row row, long horizon) throws SQLException {
        var entry = events.entry(row);
        if (!(entry.event() instanceof Durable.Posted(_, var content))) {
            return new Line.Happened(entry);
        }
        var deletedAt = row.timeOrNull(14);
        if (deletedAt != null) {
            return new Message(entry, content.erased(), Marks.deleted(deletedAt), List.of(), null);
        }
        var pinned = row.number(15);
        var pin = pinned == 0 || pinned > horizon ? null : new Pin(row.time(16), row.person(17));
        return edit(db, row, entry, horizon)
                .map(then -> edited(entry, content, then, pin))
                .orElseGet(
                        () ->
                                new Message(
                                        entry,
                                        content,
                                        new Marks(null, null, pin),
                                        List.of(),
                                        null));
    }

    private static Message edited(Entry posted, Content content, Edit edit, @Nullable Pin pin) {
        var words = content.reworded(edit.event().text(), edit.event().mentions());
        return new Message(posted, words, new Marks(edit.at(), null, pin), List.of(), null);
    }

    /// An edit, and when it was made.
    private record Edit(Durable.Edited event, Instant at) {}

    private Optional<Edit> edit(Db db, Row row, Entry posted, long horizon) throws SQLException {
        var number = row.number(9);
        if (number == 0) {
            return Optional.empty();
        }
        return number <= horizon
                ? Optional.of(edit(row, 10))
                : db.first(
                        EDIT_OF_THEN,
                        then -> edit(then, 1),
                        posted.conversation(),
                        posted.seq(),
                        horizon);
    }

    private Edit edit(Row row, int column) throws SQLException {
        return new Edit((Durable.Edited) events.event(row, column + 1), row.time(column));
    }
}
