// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.Time;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.Ids;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.Ulid;
import io.palabre.core.reports.Matter;
import io.palabre.core.reports.Reason;
import io.palabre.core.reports.Report;
import io.palabre.core.reports.Reports;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reports in SQLite.
final class SqliteReports implements Reports {

    private static final String SELECT =
            """
            SELECT id, reporter, message, person, conversation, excerpt, reason, text, at,
              closed_by, closed_at
            FROM report
            """;

    static final String BY_ID = SELECT + "WHERE id = ?";
    static final String OPEN = SELECT + "WHERE reporter = ? AND matter = ? AND open = 1";
    static final String LIST =
            SELECT + "INDEXED BY report_listed WHERE open = ? AND id < ? ORDER BY id DESC LIMIT ?";

    static final String FILE =
            """
            INSERT INTO report
              (id, reporter, matter, message, person, conversation, excerpt, reason, text, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static final String CLOSE =
            "UPDATE report SET open = 0, closed_by = ?, closed_at = ? WHERE id = ? AND open = 1";

    private static final Ulid LAST = new Ulid(-1, -1);

    private final Writer writer;
    private final Readers readers;
    private final Ids ids;
    private final Time time;

    SqliteReports(Writer writer, Readers readers, Ids ids, Time time) {
        this.writer = writer;
        this.readers = readers;
        this.ids = ids;
        this.time = time;
    }

    private static Report report(Row row) throws SQLException {
        var closedAt = row.timeOrNull(11);
        return new Report(
                Ulid.ofBytes(row.bytes(1)),
                row.person(2),
                matter(row),
                row.word(7, Reason.class),
                row.textOrNull(8),
                row.time(9),
                closedAt == null ? null : new Report.Closed(row.person(10), closedAt));
    }

    private static Matter matter(Row row) throws SQLException {
        var message = row.textOrNull(3);
        var person = row.bytesOrNull(4);
        var conversation = row.bytesOrNull(5);
        return new Matter(
                message == null ? null : MessageId.parse(message).orElseThrow(),
                person == null ? null : new PersonId(Ulid.ofBytes(person)),
                conversation == null ? null : new ConversationId(Ulid.ofBytes(conversation)),
                row.textOrNull(6));
    }

    @Override
    public Report file(PersonId by, Matter matter, Reason reason, @Nullable String text) {
        return writer.write(
                db -> {
                    var open = db.first(OPEN, SqliteReports::report, by, matter.key());
                    return open.isPresent() ? open.get() : add(db, by, matter, reason, text);
                });
    }

    private Report add(Db db, PersonId by, Matter matter, Reason reason, @Nullable String text)
            throws SQLException {
        var report = new Report(ids.next(), by, matter, reason, text, time.now(), null);
        var message = matter.message();
        db.update(
                FILE,
                report.id().bytes(),
                by,
                matter.key(),
                message == null ? null : message.toString(),
                matter.person(),
                matter.conversation(),
                matter.excerpt(),
                reason,
                text,
                report.at());
        return report;
    }

    @Override
    public List<Report> list(boolean open, @Nullable Ulid before, int limit) {
        var from = before == null ? LAST : before;
        return readers.read(db -> db.list(LIST, SqliteReports::report, open, from.bytes(), limit));
    }

    @Override
    public Optional<Report> close(Ulid id, PersonId by) {
        return writer.write(
                db -> {
                    db.update(CLOSE, by, time.now(), id.bytes());
                    return db.first(BY_ID, SqliteReports::report, id.bytes());
                });
    }
}
