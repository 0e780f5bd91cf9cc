// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.Time;
import io.palabre.core.catalogue.Product;
import io.palabre.core.conversations.Arrangement;
import io.palabre.core.conversations.Head;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.Role;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Activity;
import io.palabre.core.inbox.Conversation;
import io.palabre.core.inbox.ConversationPage;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.inbox.Member;
import io.palabre.core.inbox.MuteEnd;
import io.palabre.core.inbox.Selection;
import io.palabre.core.inbox.Timeline;
import io.palabre.core.inbox.Window;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Conversations in SQLite, as their members see them.
final class SqliteInbox implements Inbox {

    static final String COLUMNS =
            """
            c.id, c.type, c.title, c.avatar_url, c.product, c.seller, c.seq, c.ord, c.at,
              c.members, c.created_at, c.last_message,
              m.person, m.role, m.read_ord, m.read_seq, m.joined_at,
              max(m.delivered_ord, m.read_ord), %s, c.active_at
            """
                    .formatted(Arrangements.COLUMNS);

    static final String ONE =
            "SELECT "
                    + COLUMNS
                    + " FROM member m JOIN conversation c ON c.id = m.conversation"
                    + " WHERE m.person = ? AND m.conversation = ?";

    static final String MEMBERS =
            """
            SELECT m.person, m.role, coalesce(m.shown_ord, m.read_ord), m.read_seq, m.joined_at,
              max(m.delivered_ord, coalesce(m.shown_ord, m.read_ord))
            FROM member m INDEXED BY member_of
            WHERE m.conversation = ? AND m.person > ? ORDER BY m.person LIMIT ?
            """;

    static final String MENTIONS =
            """
            SELECT COUNT(*) FROM mention m WHERE m.person = ? AND m.conversation = ? AND m.ord > ?
              AND NOT EXISTS (
                SELECT 1 FROM hidden h
                WHERE h.person = m.person AND h.conversation = m.conversation AND h.seq = m.seq)
            """;

    static final String PINS =
            "SELECT seq FROM message INDEXED BY message_pinned"
                    + " WHERE conversation = ? AND pinned IS NOT NULL ORDER BY pinned DESC";

    /// Of what is kept in order, only where there is something to read.
    static final String UNREAD =
            """
            SELECT COALESCE(SUM(c.ord - m.read_ord), 0)
            FROM member m INDEXED BY member_behind JOIN conversation c ON c.id = m.conversation
            WHERE m.person = ? AND m.shelf = 0 AND m.behind = 1 AND m.listed_at IS NOT NULL
              AND (m.muted_until IS NULL OR m.muted_until <= ?)
            """;

    static final String UNREAD_OF_LARGE =
            """
            SELECT COALESCE(SUM(c.ord - m.read_ord), 0)
            FROM member m INDEXED BY member_listed JOIN conversation c ON c.id = m.conversation
            WHERE m.person = ? AND m.shelf = 0 AND m.listed_at IS NULL
              AND (m.muted_until IS NULL OR m.muted_until <= ?)
            """;

    private static final byte[] FIRST_ID = new byte[0];
    private final Readers readers;
    private final Lines lines;
    private final Across across;
    private final Time time;

    SqliteInbox(Readers readers, Across across, Time time) {
        this.time = time;
        this.readers = readers;
        lines = across.lines();
        this.across = across;
    }

    /// A row of [#COLUMNS], before the rest is looked up.
    record Seen(
            Head head,
            Instant createdAt,
            Instant activeAt,
            long lastMessage,
            Member me,
            Arrangement arrangement) {

        Activity place() {
            return new Activity(activeAt, head.conversation());
        }
    }

    static Seen seen(Row row) throws SQLException {
        return new Seen(
                SqlFacts.head(row),
                row.time(11),
                row.time(25),
                row.number(12),
                member(row, 13),
                Arrangements.read(row, 19));
    }

    private static Member member(Row row, int column) throws SQLException {
        return new Member(
                row.person(column),
                row.word(column + 1, Role.class),
                row.number(column + 2),
                row.number(column + 3),
                row.number(column + 5),
                row.time(column + 4));
    }

    @Override
    public ConversationPage conversations(
            PersonId reader, Selection selection, @Nullable Activity from, int limit) {
        return readers.snapshot(db -> page(db, new Listing(db, reader, selection), from, limit));
    }

    private ConversationPage page(Db db, Listing listing, @Nullable Activity from, int limit)
            throws SQLException {
        var found = listing.from(from, limit + 1);
        var next = found.size() > limit ? found.get(limit).place() : null;
        var places = new ArrayList<>(cut(found, limit));
        if (from == null) {
            places.addAll(listing.pinned());
        }
        places.sort(Comparator.comparing(Seen::place).reversed());
        var shown = new ArrayList<Conversation>();
        for (var seen : places) {
            shown.add(complete(db, seen));
        }
        return new ConversationPage(shown, next);
    }

    @Override
    public Optional<Conversation> conversation(PersonId reader, ConversationId conversation) {
        return readers.snapshot(db -> one(db, reader, conversation));
    }

    private Optional<Conversation> one(Db db, PersonId reader, ConversationId conversation)
            throws SQLException {
        var seen = db.first(ONE, SqliteInbox::seen, reader, conversation);
        return seen.isEmpty() ? Optional.empty() : Optional.of(complete(db, seen.get()));
    }

    private Conversation complete(Db db, Seen seen) throws SQLException {
        var id = seen.head().conversation();
        return new Conversation(
                seen.head(),
                seen.createdAt(),
                seen.activeAt(),
                db.list(MEMBERS, row -> member(row, 1), id, FIRST_ID, Conversation.SHOWN_MEMBERS),
                seen.me(),
                seen.arrangement(),
                product(db, seen.head()),
                mentions(db, seen),
                lastMessage(db, seen));
    }

    private static long mentions(Db db, Seen seen) throws SQLException {
        var me = seen.me();
        var where = seen.head().conversation();
        return db.first(MENTIONS, row -> row.number(1), me.person(), where, me.readOrd())
                .orElseThrow();
    }

    private static @Nullable Product product(Db db, Head head) throws SQLException {
        var about = head.about();
        return about == null ? null : SqliteCatalogue.byId(db, about.product()).orElse(null);
    }

    /// Mostly the last of all; for one who joined after it, the last of an earlier membership.
    private @Nullable Message lastMessage(Db db, Seen seen) throws SQLException {
        if (seen.lastMessage() == 0) {
            return null;
        }
        var reader = Lines.Reader.of(db, seen.me().person(), seen.head().conversation());
        var visible = reader.intervals().within(1, seen.lastMessage());
        return lines.lastMessage(db, reader, visible).orElse(null);
    }

    @Override
    public Optional<ConversationId> privateBetween(PersonId one, PersonId other) {
        return readers.read(db -> SqlFacts.pair(db, one, other));
    }

    @Override
    public Optional<Timeline> timeline(
            PersonId reader, ConversationId conversation, Window window, int limit) {
        return readers.snapshot(
                db -> {
                    var eyes = Lines.Reader.of(db, reader, conversation);
                    return eyes.intervals().none()
                            ? Optional.empty()
                            : Optional.of(page(db, eyes, window.reach(limit)));
                });
    }

    private Timeline page(Db db, Lines.Reader reader, Window.Reach reach) throws SQLException {
        var upTo = reader.intervals().within(1, reach.pivot());
        var behind = reader.intervals().behind(reach.pivot());
        var before = lines.last(db, reader, upTo, reach.before() + 1);
        var after = lines.first(db, reader, behind, reach.after() + 1);
        var shown = new ArrayList<>(cut(before, reach.before()).reversed());
        shown.addAll(cut(after, reach.after()));
        return new Timeline(shown, before.size() > reach.before(), after.size() > reach.after());
    }

    private static <T> List<T> cut(List<T> entries, int most) {
        return entries.subList(0, Math.min(most, entries.size()));
    }

    @Override
    public Map<MessageId, Message> messages(PersonId reader, Set<MessageId> ids) {
        return readers.snapshot(db -> across.messages(db, reader, ids));
    }

    @Override
    public Optional<List<Message>> pins(PersonId reader, ConversationId conversation) {
        return readers.snapshot(
                db ->
                        db.first(SqlFacts.PART, _ -> true, reader, conversation).isEmpty()
                                ? Optional.empty()
                                : Optional.of(pins(db, reader, conversation)));
    }

    private List<Message> pins(Db db, PersonId reader, ConversationId conversation)
            throws SQLException {
        var eyes = Lines.Reader.of(db, reader, conversation);
        var found = new ArrayList<Message>();
        for (var seq : db.list(PINS, row -> row.number(1), conversation)) {
            lines.message(db, eyes, seq).ifPresent(found::add);
        }
        return found;
    }

    @Override
    public Optional<Message> message(MessageId message, long horizon) {
        return readers.snapshot(db -> lines.message(db, message, horizon));
    }

    @Override
    public Set<PersonId> blindTo(MessageId message, long seq) {
        return readers.snapshot(db -> Blindness.to(db, message, seq));
    }

    @Override
    public Set<PersonId> goneSince(ConversationId conversation, long seq) {
        return readers.read(db -> Blindness.goneSince(db, conversation, seq));
    }

    @Override
    public Optional<List<Member>> members(
            PersonId reader, ConversationId conversation, @Nullable PersonId after, int limit) {
        var from = after == null ? FIRST_ID : after.ulid().bytes();
        return readers.snapshot(
                db ->
                        db.first(SqlFacts.PART, _ -> true, reader, conversation).isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                        db.list(
                                                MEMBERS,
                                                row -> member(row, 1),
                                                conversation,
                                                from,
                                                limit)));
    }

    @Override
    public Optional<PersonId> anyMember(ConversationId conversation) {
        return readers.read(
                db -> db.first(MEMBERS, row -> row.person(1), conversation, FIRST_ID, 1));
    }

    @Override
    public long unreadTotal(PersonId person) {
        var now = time.now();
        return readers.snapshot(
                db -> sum(db, UNREAD, person, now) + sum(db, UNREAD_OF_LARGE, person, now));
    }

    @Override
    public List<MuteEnd> mutesEnded(Instant from, Instant to) {
        return readers.read(db -> Arrangements.mutesEnded(db, from, to));
    }

    @Override
    public Optional<Instant> nextMuteEnd(Instant after) {
        return readers.read(db -> Arrangements.nextMuteEnd(db, after));
    }

    private static long sum(Db db, String sql, PersonId person, Instant now) throws SQLException {
        return db.first(sql, row -> row.number(1), person, now).orElse(0L);
    }
}
