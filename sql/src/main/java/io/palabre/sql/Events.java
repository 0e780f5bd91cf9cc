// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Interval;
import io.palabre.core.conversations.Intervals;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads stored events, of conversations and of people.
final class Events {

    /// What [#entry] expects, from its first column on.
    static final String COLUMNS = "conversation, seq, ord, at, actor, kind, version, body";

    /// The same of a table that goes by another name.
    static String columns(String table) {
        return table + "." + COLUMNS.replace(", ", ", " + table + ".");
    }

    static final String AFTER =
            "SELECT "
                    + COLUMNS
                    + " FROM event WHERE conversation = ? AND seq BETWEEN ? AND ?"
                    + " ORDER BY seq LIMIT ?";

    static final String INTERVALS =
            """
            SELECT first_seq, last_seq FROM membership
            WHERE conversation = ? AND person = ? ORDER BY first_seq
            """;

    static final String OWN =
            """
            SELECT person, seq, at, kind, version, body FROM person_event
            WHERE person = ? AND seq > ? ORDER BY seq LIMIT ?
            """;

    private final Codec codec;

    Events(Codec codec) {
        this.codec = codec;
    }

    Entry entry(Row row) throws SQLException {
        return new Entry(
                row.conversation(1),
                row.number(2),
                row.number(3),
                row.time(4),
                row.person(5),
                event(row, 6));
    }

    OwnEntry ownEntry(Row row) throws SQLException {
        var stored = new Stored(row.text(4), row.small(5), row.text(6));
        return new OwnEntry(row.person(1), row.number(2), row.time(3), codec.readPersonal(stored));
    }

    static Intervals intervals(Db db, ConversationId conversation, PersonId person)
            throws SQLException {
        return new Intervals(
                db.list(
                        INTERVALS,
                        row -> new Interval(row.number(1), row.number(2)),
                        conversation,
                        person));
    }

    /// The first events in these intervals, rising.
    List<Entry> first(Db db, ConversationId where, Intervals intervals, int limit)
            throws SQLException {
        var found = new ArrayList<Entry>();
        for (var interval : intervals.all()) {
            if (found.size() < limit) {
                var wanted = limit - found.size();
                found.addAll(
                        db.list(
                                AFTER,
                                this::entry,
                                where,
                                interval.first(),
                                interval.last(),
                                wanted));
            }
        }
        return found;
    }

    /// The event whose kind, version and body begin at this column.
    Durable event(Row row, int column) throws SQLException {
        return codec.readDurable(
                new Stored(row.text(column), row.small(column + 1), row.text(column + 2)));
    }
}
