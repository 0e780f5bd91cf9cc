// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Who of those that hear of a conversation does not see something of it.
final class Blindness {

    private static final String UNLESS_SEEN =
            """
             AND NOT EXISTS (
              SELECT 1 FROM membership s
              WHERE s.conversation = m.conversation AND s.person = m.person
                AND s.first_seq <= ? AND s.last_seq >= ?)
            """;

    /// Of those who are in it now, the ones who came after a message.
    static final String CAME_AFTER =
            """
            SELECT m.person FROM membership m INDEXED BY membership_since
            WHERE m.conversation = ? AND m.last_seq = 9223372036854775807 AND m.first_seq > ?
            """
                    + UNLESS_SEEN;

    /// Of those who have gone since some number, the ones who never saw a message.
    static final String WENT_WITHOUT =
            """
            SELECT m.person FROM membership m INDEXED BY membership_until
            WHERE m.conversation = ? AND m.last_seq < 9223372036854775807 AND m.last_seq >= ?
            """
                    + UNLESS_SEEN;

    static final String HID =
            "SELECT person FROM hidden INDEXED BY hidden_from WHERE conversation = ? AND seq = ?";

    static final String WENT =
            """
            SELECT m.person FROM membership m INDEXED BY membership_until
            WHERE m.conversation = ? AND m.last_seq < 9223372036854775807 AND m.last_seq >= ?
              AND NOT EXISTS (
                SELECT 1 FROM member n WHERE n.person = m.person AND n.conversation = m.conversation)
            """;

    private Blindness() {}

    /// Who does not see this message, of those that hear event number `seq`.
    static Set<PersonId> to(Db db, MessageId message, long seq) throws SQLException {
        var where = message.conversation();
        var number = message.seq();
        var blind = new HashSet<PersonId>();
        blind.addAll(people(db, CAME_AFTER, where, number, number, number));
        blind.addAll(people(db, WENT_WITHOUT, where, seq, number, number));
        blind.addAll(people(db, HID, where, number));
        return blind;
    }

    /// Who is not a member any more, of those that hear event number `seq`.
    static Set<PersonId> goneSince(Db db, ConversationId where, long seq) throws SQLException {
        return Set.copyOf(people(db, WENT, where, seq));
    }

    private static List<PersonId> people(Db db, String sql, Object... values) throws SQLException {
        return db.list(sql, row -> row.person(1), values);
    }
}
