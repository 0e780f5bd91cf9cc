// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Change;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.sql.SQLException;

/// Keeps everyone's list of conversations in order while things happen. Of a small conversation all
/// members' rows are touched; of one with more than [#SMALL] members none, and it is sorted when
/// somebody looks.
final class Lists {

    /// How many members a conversation has whose place is kept in order.
    static final int SMALL = 16;

    /// Who does it has read it, which is carried out next.
    static final String MOVE =
            """
            UPDATE member SET listed_at = ?,
              behind = (marked_unread = 1 OR (read_ord < ? AND person IS NOT ?))
            WHERE conversation = ?
            """;

    static final String TAKE_OUT = "UPDATE member SET listed_at = NULL WHERE conversation = ?";

    static final String PLACE =
            "UPDATE member SET listed_at = ? WHERE person = ? AND conversation = ?";

    /// Whether there is something to read.
    static final String SETTLE =
            """
            UPDATE member SET behind = (marked_unread = 1
              OR read_ord < (SELECT c.ord FROM conversation c WHERE c.id = member.conversation))
            WHERE person = ? AND conversation = ?
            """;

    static final String BRING_BACK =
            """
            UPDATE member INDEXED BY member_deleted SET shelf = archived
            WHERE conversation = ? AND shelf = 2
            """;

    static final String SIDE = "UPDATE member SET side = ? WHERE person = ? AND conversation = ?";

    private Lists() {}

    /// Something has happened in a conversation of so many members; what becomes of an earlier
    /// message moves nothing.
    static void moved(Db db, Entry entry, int members) throws SQLException {
        var posted = entry.event() instanceof Durable.Posted;
        if (members <= SMALL && !(entry.event() instanceof Durable.OfMessage)) {
            var reader = posted ? entry.by() : null;
            db.update(MOVE, entry.at(), entry.ord(), reader, entry.conversation());
        }
        if (posted) {
            db.update(BRING_BACK, entry.conversation());
        }
    }

    /// Somebody has come into a conversation, which has so many members now.
    static void joined(Db db, Change.Joined c, int members) throws SQLException {
        if (members <= SMALL) {
            db.update(PLACE, c.at(), c.person(), c.conversation());
        } else if (members == SMALL + 1) {
            db.update(TAKE_OUT, c.conversation());
        }
    }

    /// Somebody has read, or marked, a conversation.
    static void settled(Db db, PersonId person, ConversationId conversation) throws SQLException {
        db.update(SETTLE, person, conversation);
    }

    static void trading(Db db, Change.Introduced c) throws SQLException {
        db.update(SIDE, "buyer", c.buyer(), c.conversation());
        db.update(SIDE, "seller", c.about().seller(), c.conversation());
    }
}
