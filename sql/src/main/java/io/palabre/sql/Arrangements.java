// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Arrangement;
import io.palabre.core.conversations.Change;
import io.palabre.core.conversations.Interval;
import io.palabre.core.inbox.MuteEnd;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How members have arranged their conversations: columns of `member`.
final class Arrangements {

    /// What [#read] expects, from its column on.
    static final String COLUMNS =
            "m.pinned, m.muted_until, m.archived, m.marked_unread, m.draft, m.cleared_seq";

    static final String ARRANGE =
            """
            UPDATE member SET pinned = ?, muted_until = ?, archived = ?, marked_unread = ?, draft = ?,
              shelf = CASE shelf WHEN 2 THEN 2 ELSE ? END
            WHERE person = ? AND conversation = ?
            """;

    static final String CLEAR =
            """
            UPDATE member
            SET pinned = 0, archived = 0, marked_unread = 0, draft = '', cleared_seq = ?, shelf = 2,
              behind = 0
            WHERE person = ? AND conversation = ?
            """;

    static final String FORGET_INTERVALS =
            "DELETE FROM membership WHERE conversation = ? AND person = ?";

    static final String MUTES_ENDED =
            """
            SELECT person, conversation FROM member INDEXED BY member_muted
            WHERE muted_until > ? AND muted_until <= ? ORDER BY muted_until
            """;

    static final String NEXT_MUTE_END =
            """
            SELECT muted_until FROM member INDEXED BY member_muted
            WHERE muted_until > ? ORDER BY muted_until LIMIT 1
            """;

    private Arrangements() {}

    static Arrangement read(Row row, int column) throws SQLException {
        return new Arrangement(
                row.truth(column),
                row.timeOrNull(column + 1),
                row.truth(column + 2),
                row.truth(column + 3),
                row.text(column + 4),
                row.number(column + 5));
    }

    static void apply(Db db, Change.Arranged c) throws SQLException {
        var now = c.arrangement();
        db.update(
                ARRANGE,
                now.pinned(),
                now.mutedUntil(),
                now.archived(),
                now.markedUnread(),
                now.draft(),
                now.archived(),
                c.person(),
                c.conversation());
        Lists.settled(db, c.person(), c.conversation());
    }

    /// What was deleted is outside of what they may see, as if they came just now.
    static void apply(Db db, Change.Cleared c) throws SQLException {
        db.update(CLEAR, c.seq(), c.person(), c.conversation());
        db.update(FORGET_INTERVALS, c.conversation(), c.person());
        db.update(Ledger.BEGIN_INTERVAL, c.conversation(), c.person(), c.seq() + 1, Interval.OPEN);
    }

    /// The mutes that were over by themselves in this time.
    static List<MuteEnd> mutesEnded(Db db, Instant from, Instant to) throws SQLException {
        return db.list(
                MUTES_ENDED, row -> new MuteEnd(row.person(1), row.conversation(2)), from, to);
    }

    static Optional<Instant> nextMuteEnd(Db db, Instant after) throws SQLException {
        return db.first(NEXT_MUTE_END, row -> row.time(1), after);
    }
}
