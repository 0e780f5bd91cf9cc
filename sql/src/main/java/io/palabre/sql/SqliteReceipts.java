// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.Time;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.receipts.Mark;
import io.palabre.core.receipts.Moved;
import io.palabre.core.receipts.Reach;
import io.palabre.core.receipts.Receipt;
import io.palabre.core.receipts.Receipts;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far messages have come, in SQLite: columns of the member. What others are shown of how far
/// somebody has read stands still while `shown_ord` is set; `let_go` is 1 where others are still to
/// hear that it does no longer, see [SqlitePeople]. Marks are stored a few hundred at a time, so
/// that nobody's message waits for all of them.
final class SqliteReceipts implements Receipts {
    static final String END = "SELECT seq, ord FROM conversation WHERE id = ?";

    static final String DELIVER =
            """
            UPDATE member
            SET delivered_from = delivered_ord, delivered_ord = ?, delivered_at = ?
            WHERE person = ? AND conversation = ? AND shown_ord IS NULL
              AND delivered_ord < ? AND read_ord < ?
            """;

    static final String MESSAGE =
            "SELECT ord, actor FROM event WHERE conversation = ? AND seq = ? AND kind = 'posted'";

    static final String COUNT =
            """
            SELECT count(*),
              coalesce(sum(coalesce(shown_ord, read_ord) >= ?), 0),
              coalesce(sum(max(delivered_ord, coalesce(shown_ord, read_ord)) >= ?), 0)
            FROM member INDEXED BY member_of
            WHERE conversation = ? AND person <> ? AND joined_seq <= ?
            """;

    static final String REACHED =
            """
            SELECT person, coalesce(shown_ord, read_ord), read_from,
              CASE WHEN shown_ord IS NULL THEN read_at END,
              delivered_ord, delivered_from, delivered_at
            FROM member INDEXED BY member_of
            WHERE conversation = ? AND person <> ? AND joined_seq <= ?
              AND max(delivered_ord, coalesce(shown_ord, read_ord)) >= ?
            ORDER BY person LIMIT ?
            """;

    static final String HAS_LET_GO =
            "SELECT 1 FROM member INDEXED BY member_let_go WHERE person = ? AND let_go = 1 LIMIT 1";

    static final String LET_GO =
            """
            UPDATE member SET let_go = 0
            WHERE person = ? AND conversation IN (
              SELECT conversation FROM member INDEXED BY member_let_go
              WHERE person = ? AND let_go = 1 LIMIT 500)
            RETURNING conversation, read_ord, read_seq
            """;

    private static final int AT_ONCE = 200;

    private final Writer writer;
    private final Readers readers;
    private final Time time;

    SqliteReceipts(Writer writer, Readers readers, Time time) {
        this.writer = writer;
        this.readers = readers;
        this.time = time;
    }

    @Override
    public List<Moved> deliver(Collection<Mark> marks) {
        var all = List.copyOf(marks);
        var moved = new ArrayList<Moved>();
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            moved.addAll(writer.write(db -> deliver(db, some)));
        }
        return moved;
    }

    private List<Moved> deliver(Db db, List<Mark> marks) throws SQLException {
        var moved = new ArrayList<Moved>();
        for (var mark : marks) {
            var end =
                    db.first(
                            END,
                            row -> new Place(row.number(1), row.number(2)),
                            mark.conversation());
            if (end.isPresent()) {
                deliver(db, mark, place(db, mark, end.get())).ifPresent(moved::add);
            }
        }
        return moved;
    }

    private record Place(long seq, long ord) {}

    private static Place place(Db db, Mark mark, Place end) throws SQLException {
        if (mark.seq() >= end.seq()) {
            return end;
        }
        var ord = db.first(SqlFacts.ORD_AT, row -> row.number(1), mark.conversation(), mark.seq());
        return new Place(mark.seq(), ord.orElse(0L));
    }

    private Optional<Moved> deliver(Db db, Mark mark, Place to) throws SQLException {
        var now = time.now();
        var who = mark.person();
        var where = mark.conversation();
        return db.update(DELIVER, to.ord(), now, who, where, to.ord(), to.ord()) == 0
                ? Optional.empty()
                : Optional.of(
                        new Moved(
                                where, new Fleeting.DeliveredMoved(who, to.ord(), to.seq(), now)));
    }

    @Override
    public List<Moved> letGo(PersonId person) {
        return readers.read(db -> db.first(HAS_LET_GO, _ -> true, person)).isEmpty()
                ? List.of()
                : writer.write(db -> db.list(LET_GO, row -> letGo(row, person), person, person));
    }

    private Moved letGo(Row row, PersonId person) throws SQLException {
        var read = new Fleeting.ReadMoved(person, row.number(2), row.number(3), time.now());
        return new Moved(row.conversation(1), read);
    }

    private record Message(ConversationId conversation, long seq, long ord, PersonId sender) {}

    @Override
    public Optional<Reach> of(PersonId reader, MessageId id, int limit) {
        return readers.snapshot(
                db -> {
                    var message = message(db, reader, id);
                    return message.isEmpty()
                            ? Optional.empty()
                            : Optional.of(reach(db, message.get(), limit));
                });
    }

    private static Optional<Message> message(Db db, PersonId reader, MessageId id)
            throws SQLException {
        var where = id.conversation();
        var isMember = db.first(SqlFacts.PART, _ -> true, reader, where).isPresent();
        return isMember && Lines.Reader.of(db, reader, where).sees(db, id.seq())
                ? db.first(
                        MESSAGE,
                        row -> new Message(where, id.seq(), row.number(1), row.person(2)),
                        where,
                        id.seq())
                : Optional.empty();
    }

    private static Reach reach(Db db, Message m, int limit) throws SQLException {
        var receipts =
                db.list(
                        REACHED,
                        row -> receipt(row, m.ord()),
                        m.conversation(),
                        m.sender(),
                        m.seq(),
                        m.ord(),
                        limit);
        return db.first(
                        COUNT,
                        row -> new Reach(receipts, row.small(2), row.small(3), row.small(1)),
                        m.ord(),
                        m.ord(),
                        m.conversation(),
                        m.sender(),
                        m.seq())
                .orElseThrow();
    }

    private static Receipt receipt(Row row, long ord) throws SQLException {
        var shown = row.number(2);
        var readAt = shown < ord || row.number(3) >= ord ? null : row.timeOrNull(4);
        return new Receipt(row.person(1), shown >= ord, readAt, deliveredAt(row, ord));
    }

    /// Known of the messages with which the cursor moved last.
    private static @Nullable Instant deliveredAt(Row row, long ord) throws SQLException {
        var among = row.number(6) < ord && ord <= row.number(5);
        return among ? row.timeOrNull(7) : null;
    }
}
