// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Interval;
import io.palabre.core.conversations.Intervals;
import io.palabre.core.conversations.Message;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.log.Missed;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads from many conversations at once, with as many statements as for one. Which conversations,
/// and what of them, is said in JSON; ids are in hexadecimal there.
record Across(Events events, Lines lines) {

    static final String STANDINGS =
            """
            SELECT m.conversation, m.first_seq, m.last_seq, c.seq,
              EXISTS (SELECT 1 FROM hidden h WHERE h.person = m.person AND h.conversation = c.id)
            FROM json_each(?) w CROSS JOIN membership m CROSS JOIN conversation c
            WHERE m.conversation = unhex(w.value) AND m.person = ? AND c.id = m.conversation
            """;

    static final String ENTRIES =
            "SELECT "
                    + Events.columns("e")
                    + """
                     FROM json_each(?) w CROSS JOIN event e
                    WHERE e.conversation = unhex(w.value ->> 0)
                      AND e.seq BETWEEN w.value ->> 1 AND w.value ->> 2
                    """;

    static final String MESSAGES =
            Lines.NOW.formatted("json_each(?) w CROSS JOIN event e", "unhex(w.value ->> 0)")
                    + " AND e.seq = w.value ->> 1 AND e.kind = 'posted'"
                    + Lines.UNHIDDEN;

    static final String REACTIONS =
            """
            SELECT r.conversation, r.seq, r.emoji, r.person, r.added
            FROM json_each(?) w CROSS JOIN reaction r
            WHERE r.conversation = unhex(w.value ->> 0) AND r.seq = w.value ->> 1
            ORDER BY r.added
            """;

    private static final HexFormat HEX = HexFormat.of();

    static Across of(Events events) {
        return new Across(events, new Lines(events));
    }

    /// How somebody stands to a conversation they are or were in.
    ///
    /// @param head its last number
    /// @param hides whether they have hidden something of it
    private record Standing(Intervals intervals, long head, boolean hides) {

        Standing and(Standing other) {
            var both = Stream.of(intervals, other.intervals).flatMap(some -> some.all().stream());
            var rising = both.sorted(Comparator.comparingLong(Interval::first)).toList();
            return new Standing(new Intervals(rising), head, hides);
        }

        Missed behind(long seq) {
            var part = intervals.within(1, head).behind(seq);
            var isMember = intervals.all().getLast().last() == Interval.OPEN;
            return new Missed(part, part.all().size() == 1 && isMember && !hides);
        }
    }

    /// What a person may see behind the numbers they have.
    Map<ConversationId, Missed> missed(Db db, PersonId person, Map<ConversationId, Long> held)
            throws SQLException {
        var standings = standings(db, person, held.keySet());
        return held.entrySet().stream()
                .filter(each -> standings.containsKey(each.getKey()))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                each -> of(standings, each.getKey()).behind(each.getValue())));
    }

    private static Map<ConversationId, Standing> standings(
            Db db, PersonId person, Collection<ConversationId> conversations) throws SQLException {
        var found = new HashMap<ConversationId, Standing>();
        db.list(
                STANDINGS,
                row -> found.merge(row.conversation(1), standing(row), Standing::and),
                json(conversations.stream().map(Across::hex)),
                person);
        return found;
    }

    private static Standing standing(Row row) throws SQLException {
        var interval = new Interval(row.number(2), row.number(3));
        return new Standing(new Intervals(List.of(interval)), row.number(4), row.truth(5));
    }

    /// The events in these parts, rising.
    Map<ConversationId, List<Entry>> entries(Db db, Map<ConversationId, Intervals> parts)
            throws SQLException {
        var wanted =
                parts.entrySet().stream()
                        .flatMap(
                                part ->
                                        part.getValue().all().stream()
                                                .map(i -> key(part.getKey(), i)));
        return db.list(ENTRIES, events::entry, json(wanted)).stream()
                .sorted(Comparator.comparingLong(Entry::seq))
                .collect(Collectors.groupingBy(Entry::conversation));
    }

    /// Those of these messages that a person sees, as they are now.
    Map<MessageId, Message> messages(Db db, PersonId person, Set<MessageId> ids)
            throws SQLException {
        var readers = readers(db, person, ids);
        var visible = ids.stream().filter(id -> mayBeSeen(readers.get(id.conversation()), id));
        var wanted = json(visible.map(Across::key));
        var reactions = reactions(db, readers, wanted);
        var found = new HashMap<MessageId, Message>();
        for (var message : db.list(MESSAGES, row -> message(db, readers, row), wanted, person)) {
            var reader = of(readers, message.posted().conversation());
            var answered = reactions.getOrDefault(reader.where(), Reactions.none()).on(message);
            found.put(message.posted().id(), lines.quoting(db, reader, answered));
        }
        return found;
    }

    private static Map<ConversationId, Lines.Reader> readers(
            Db db, PersonId person, Set<MessageId> ids) throws SQLException {
        var conversations = ids.stream().map(MessageId::conversation).distinct().toList();
        var readers = new HashMap<ConversationId, Lines.Reader>();
        standings(db, person, conversations)
                .forEach(
                        (where, standing) ->
                                readers.put(
                                        where,
                                        Lines.Reader.of(person, where, standing.intervals())));
        return readers;
    }

    private static <T> T of(Map<ConversationId, T> each, ConversationId where) {
        return Objects.requireNonNull(each.get(where));
    }

    private static boolean mayBeSeen(Lines.@Nullable Reader reader, MessageId id) {
        return reader != null && reader.intervals().contains(id.seq());
    }

    private Message message(Db db, Map<ConversationId, Lines.Reader> readers, Row row)
            throws SQLException {
        return (Message) lines.line(db, row, of(readers, row.conversation(1)).horizon());
    }

    private static Map<ConversationId, Reactions> reactions(
            Db db, Map<ConversationId, Lines.Reader> readers, String wanted) throws SQLException {
        var reactions = new HashMap<ConversationId, Reactions>();
        db.list(
                REACTIONS,
                row -> {
                    var where = row.conversation(1);
                    return reactions
                            .computeIfAbsent(where, _ -> Reactions.none())
                            .add(row, 2, of(readers, where).eyes());
                },
                wanted);
        return reactions;
    }

    private static String json(Stream<String> keys) {
        return keys.collect(Collectors.joining(",", "[", "]"));
    }

    private static String key(ConversationId conversation, Interval part) {
        return '[' + hex(conversation) + ',' + part.first() + ',' + part.last() + ']';
    }

    private static String key(MessageId id) {
        return '[' + hex(id.conversation()) + ',' + id.seq() + ']';
    }

    private static String hex(ConversationId id) {
        var ulid = id.ulid();
        return '"' + HEX.toHexDigits(ulid.high()) + HEX.toHexDigits(ulid.low()) + '"';
    }
}
