// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.attachments.Attachment;
import io.palabre.core.conversations.Entry;
import io.palabre.core.ids.MessageId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// Which messages carry which attachments: kept with the log, in its transactions.
final class Carrying {

    /// What [#attachment] expects.
    static final String COLUMNS =
            "a.id, a.name, a.type, a.kind, a.size, a.width, a.height, a.millis, a.thumbnail";

    static final String ATTACHABLE =
            "SELECT "
                    + COLUMNS
                    + " FROM attachment a WHERE a.id = ? AND a.uploader = ? AND a.state <> 'gone'";
    static final String CARRY =
            """
            INSERT INTO carried (conversation, seq, position, attachment, kind)
            VALUES (?, ?, ?, ?, ?)
            """;
    static final String SENT = "UPDATE attachment SET state = 'sent' WHERE id = ?";
    static final String GONE =
            """
            UPDATE attachment SET state = 'gone'
            WHERE id IN (SELECT attachment FROM carried WHERE conversation = ? AND seq = ?)
              AND (SELECT count(*) FROM carried o WHERE o.attachment = attachment.id) = 1
            """;
    static final String DROP = "DELETE FROM carried WHERE conversation = ? AND seq = ?";

    private Carrying() {}

    static Attachment attachment(Row row, int column) throws SQLException {
        var millis = row.numberOrNull(column + 7);
        return new Attachment(
                row.attachment(column),
                row.text(column + 1),
                row.text(column + 2),
                row.word(column + 3, Attachment.Kind.class),
                row.number(column + 4),
                new Attachment.Look(
                        row.smallOrNull(column + 5),
                        row.smallOrNull(column + 6),
                        millis == null ? null : Duration.ofMillis(millis),
                        row.small(column + 8) != 0));
    }

    /// A message carries these from now on.
    static void carry(Db db, Entry message, List<Attachment> attachments) throws SQLException {
        for (var i = 0; i < attachments.size(); i++) {
            var attachment = attachments.get(i);
            db.update(
                    CARRY,
                    message.conversation(),
                    message.seq(),
                    i,
                    attachment.id(),
                    attachment.kind());
            db.update(SENT, attachment.id());
        }
    }

    /// A message carries nothing any more; what no other message carries is gone.
    static void drop(Db db, MessageId message) throws SQLException {
        db.update(GONE, message.conversation(), message.seq());
        db.update(DROP, message.conversation(), message.seq());
    }
}
