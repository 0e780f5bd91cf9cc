// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import java.sql.SQLException;
import java.util.List;

/// Carries out what becomes of messages: which events made them what they are, their emojis, whom
/// they name, that they are gone.
record Becoming(Codec codec) {

    static final String EDITED =
            """
            INSERT INTO message (conversation, seq, edited) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET edited = excluded.edited
            """;

    static final String DELETED =
            """
            INSERT INTO message (conversation, seq, deleted) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET deleted = excluded.deleted, pinned = NULL
            """;

    static final String MENTION =
            "INSERT INTO mention (person, conversation, ord, seq) VALUES (?, ?, ?, ?)";

    static final String UNMENTION = "DELETE FROM mention WHERE conversation = ? AND seq = ?";

    static final String PIN =
            """
            INSERT INTO message (conversation, seq, pinned) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET pinned = excluded.pinned
            """;

    static final String UNPIN =
            "UPDATE message SET pinned = NULL WHERE conversation = ? AND seq = ?";

    static final String REACT =
            """
            INSERT INTO reaction (conversation, seq, added, emoji, person) VALUES (?, ?, ?, ?, ?)
            """;

    static final String UNREACT =
            """
            DELETE FROM reaction
            WHERE conversation = ? AND seq = ? AND emoji = ? AND person = ?
            """;

    static final String UNREACT_ALL = "DELETE FROM reaction WHERE conversation = ? AND seq = ?";

    static final String SAID =
            "SELECT kind, version, body FROM event WHERE conversation = ? AND seq = ?";

    static final String UNSAY =
            "UPDATE event SET body = ?, fingerprint = NULL WHERE conversation = ? AND seq = ?";

    static final String UNSAY_EDITS =
            """
            UPDATE event INDEXED BY event_about SET body = ?
            WHERE conversation = ? AND about = ? AND about IS NOT NULL AND kind = 'edited'
            """;

    void apply(Db db, Entry entry, Durable.OfMessage event) throws SQLException {
        var where = entry.conversation();
        var message = event.message();
        switch (event) {
            case Durable.Edited(_, _, var mentions) -> {
                db.update(EDITED, where, message, entry.seq());
                var ord = db.first(SqlFacts.ORD_AT, row -> row.number(1), where, message);
                db.update(UNMENTION, where, message);
                mention(db, new MessageId(where, message), ord.orElseThrow(), mentions);
            }
            case Durable.Deleted _ -> erase(db, entry, message);
            case Durable.Reacted(_, var emoji) ->
                    db.update(REACT, where, message, entry.seq(), emoji, entry.by());
            case Durable.Unreacted(_, var emoji) ->
                    db.update(UNREACT, where, message, emoji, entry.by());
            case Durable.Pinned _ -> db.update(PIN, where, message, entry.seq());
            case Durable.Unpinned _ -> db.update(UNPIN, where, message);
        }
    }

    /// Whom a message names, as it is now.
    static void mention(Db db, MessageId message, long ord, List<PersonId> people)
            throws SQLException {
        for (var person : people) {
            db.update(MENTION, person, message.conversation(), ord, message.seq());
        }
    }

    /// What was said is overwritten; that it was said stays.
    private void erase(Db db, Entry entry, long message) throws SQLException {
        var where = entry.conversation();
        var posted = db.first(SAID, row -> codec.readDurable(stored(row)), where, message);
        if (posted.isPresent() && posted.get() instanceof Durable.Posted(var id, var content)) {
            var nothing = codec.write(new Durable.Posted(id, content.erased()));
            db.update(UNSAY, nothing.body(), where, message);
        }
        var unedited = codec.write(new Durable.Edited(message, "", List.of()));
        db.update(UNSAY_EDITS, unedited.body(), where, message);
        db.update(UNREACT_ALL, where, message);
        db.update(UNMENTION, where, message);
        db.update(DELETED, where, message, entry.seq());
        Carrying.drop(db, new MessageId(where, message));
    }

    private static Stored stored(Row row) throws SQLException {
        return new Stored(row.text(1), row.small(2), row.text(3));
    }
}
