// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.Time;
import io.palabre.core.attachments.Attachment;
import io.palabre.core.attachments.AttachmentPage;
import io.palabre.core.attachments.AttachmentPage.Carried;
import io.palabre.core.attachments.Attachments;
import io.palabre.core.attachments.Place;
import io.palabre.core.attachments.Quota;
import io.palabre.core.attachments.Upload;
import io.palabre.core.conversations.Interval;
import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Attachments in SQLite.
final class SqliteAttachments implements Attachments {

    static final String SPENT = "SELECT files, bytes FROM uploaded WHERE person = ? AND day = ?";
    static final String ON_ITS_WAY =
            "SELECT count(*), coalesce(sum(size), 0) FROM upload WHERE uploader = ? AND id <> ?";
    static final String SPEND =
            """
            INSERT INTO uploaded (person, day, files, bytes) VALUES (?, ?, 1, ?)
            ON CONFLICT DO UPDATE SET files = files + 1, bytes = bytes + excluded.bytes
            """;
    static final String FORGET_SPENT = "DELETE FROM uploaded WHERE person = ? AND day < ?";
    static final String BEGIN =
            """
            INSERT INTO upload (id, uploader, name, voice, millis, size, sha256, touched_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    static final String UPLOAD =
            """
            SELECT id, uploader, name, voice, millis, size, sha256 FROM upload
            WHERE id = ? AND uploader = ?
            """;
    static final String TOUCH = "UPDATE upload SET touched_at = ? WHERE id = ?";
    static final String GIVE_UP = "DELETE FROM upload WHERE id = ? AND uploader = ?";
    static final String KEEP =
            """
            INSERT INTO attachment
              (id, uploader, state, name, type, kind, size, width, height, millis, thumbnail,
              created_at)
            VALUES (?, ?, 'kept', ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    static final String VISIBLE =
            "SELECT "
                    + Carrying.COLUMNS
                    + """
                       FROM attachment a WHERE a.id = ? AND a.state <> 'gone' AND (a.uploader = ?
                      OR EXISTS (SELECT 1 FROM carried c INDEXED BY carried_by
                        JOIN member n ON n.person = ? AND n.conversation = c.conversation
                        JOIN membership m ON m.conversation = c.conversation
                          AND m.person = n.person AND c.seq BETWEEN m.first_seq AND m.last_seq
                        WHERE c.attachment = a.id
                          AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.person = n.person
                            AND h.conversation = c.conversation AND h.seq = c.seq)))
                      """;
    private static final String CARRIED =
            "SELECT c.seq, c.position, "
                    + Carrying.COLUMNS
                    + " FROM carried c JOIN attachment a ON a.id = c.attachment"
                    + " WHERE c.conversation = ? AND c.seq BETWEEN ? AND ?"
                    + " AND (c.seq < ? OR c.position <= ?)"
                    + " AND NOT EXISTS (SELECT 1 FROM hidden h"
                    + " WHERE h.person = ? AND h.conversation = c.conversation AND h.seq = c.seq)";
    private static final String NEWEST_FIRST = " ORDER BY c.seq DESC, c.position DESC LIMIT ?";
    static final String ALL = CARRIED + NEWEST_FIRST;
    static final String OF_KIND = CARRIED + " AND c.kind = ?" + NEWEST_FIRST;
    static final String SILENT =
            """
            DELETE FROM upload WHERE id IN (SELECT id FROM upload WHERE touched_at < ? LIMIT 500)
            RETURNING id
            """;
    static final String LOOSE =
            """
            DELETE FROM attachment WHERE id IN (SELECT id FROM attachment INDEXED BY attachment_loose
              WHERE state <> 'sent' AND state = ? AND created_at < ? LIMIT 500)
            RETURNING id
            """;
    static final String KNOWN =
            "SELECT 1 FROM attachment WHERE id = ? UNION ALL SELECT 1 FROM upload WHERE id = ?";

    private static final byte[] NO_ID = new byte[0];

    private final Writer writer;
    private final Readers readers;
    private final Time time;

    SqliteAttachments(Writer writer, Readers readers, Time time) {
        this.writer = writer;
        this.readers = readers;
        this.time = time;
    }

    @Override
    public Quota left(PersonId person, Quota quota) {
        return readers.snapshot(db -> left(db, person, quota, NO_ID));
    }

    /// @param but an upload that does not count
    private Quota left(Db db, PersonId person, Quota quota, byte[] but) throws SQLException {
        var spent = db.first(SPENT, SqliteAttachments::quota, person, today());
        var coming = db.first(ON_ITS_WAY, SqliteAttachments::quota, person, but);
        return quota.less(spent.orElse(new Quota(0, 0))).less(coming.orElseThrow());
    }

    private static Quota quota(Row row) throws SQLException {
        return new Quota(row.small(1), row.number(2));
    }

    private long today() {
        return time.now().getEpochSecond() / Duration.ofDays(1).toSeconds();
    }

    @Override
    public boolean begin(Upload upload, Quota quota) {
        return writer.write(
                db ->
                        left(db, upload.uploader(), quota, NO_ID).holds(upload.size())
                                && begin(db, upload));
    }

    private boolean begin(Db db, Upload upload) throws SQLException {
        var claim = upload.claim();
        return db.update(
                        BEGIN,
                        upload.id(),
                        upload.uploader(),
                        claim.name(),
                        claim.voice() ? 1 : 0,
                        millis(claim.duration()),
                        upload.size(),
                        upload.sha256(),
                        time.now())
                == 1;
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    @Override
    public Optional<Upload> upload(PersonId uploader, AttachmentId id) {
        return readers.read(db -> db.first(UPLOAD, SqliteAttachments::upload, id, uploader));
    }

    private static Upload upload(Row row) throws SQLException {
        var millis = row.numberOrNull(5);
        var duration = millis == null ? null : Duration.ofMillis(millis);
        var claim = new Upload.Claim(row.text(3), row.small(4) != 0, duration);
        return new Upload(
                row.attachment(1), row.person(2), claim, row.number(6), row.textOrNull(7));
    }

    @Override
    public void progressed(AttachmentId id) {
        writer.write(db -> db.update(TOUCH, time.now(), id));
    }

    @Override
    public boolean giveUp(PersonId uploader, AttachmentId id) {
        return writer.write(db -> db.update(GIVE_UP, id, uploader)) == 1;
    }

    @Override
    public boolean keep(PersonId uploader, Attachment attachment, Quota quota) {
        return writer.write(
                db ->
                        left(db, uploader, quota, attachment.id().ulid().bytes())
                                        .holds(attachment.size())
                                && keep(db, uploader, attachment));
    }

    private boolean keep(Db db, PersonId uploader, Attachment attachment) throws SQLException {
        var look = attachment.look();
        db.update(GIVE_UP, attachment.id(), uploader);
        db.update(FORGET_SPENT, uploader, today());
        db.update(SPEND, uploader, today(), attachment.size());
        return db.update(
                        KEEP,
                        attachment.id(),
                        uploader,
                        attachment.name(),
                        attachment.type(),
                        attachment.kind(),
                        attachment.size(),
                        look.width(),
                        look.height(),
                        millis(look.duration()),
                        look.thumbnail() ? 1 : 0,
                        time.now())
                == 1;
    }

    @Override
    public Optional<Attachment> kept(PersonId uploader, AttachmentId id) {
        return readers.read(
                db ->
                        db.first(
                                Carrying.ATTACHABLE,
                                row -> Carrying.attachment(row, 1),
                                id,
                                uploader));
    }

    @Override
    public Optional<Attachment> visible(PersonId reader, AttachmentId id) {
        return readers.read(
                db -> db.first(VISIBLE, row -> Carrying.attachment(row, 1), id, reader, reader));
    }

    @Override
    public Optional<AttachmentPage> in(
            PersonId reader,
            ConversationId conversation,
            Attachment.@Nullable Kind kind,
            @Nullable Place from,
            int limit) {
        return readers.snapshot(
                db -> {
                    if (db.first(SqlFacts.PART, _ -> true, reader, conversation).isEmpty()) {
                        return Optional.empty();
                    }
                    var start = from == null ? new Place(Interval.OPEN, 0) : from;
                    var wish = new Wish(reader, conversation, kind, start);
                    var visible = Events.intervals(db, conversation, reader).within(1, start.seq());
                    var found = new ArrayList<Carried>();
                    for (var interval : visible.all().reversed()) {
                        var wanted = limit + 1 - found.size();
                        found.addAll(list(db, wish, interval, wanted));
                    }
                    return Optional.of(page(found, limit));
                });
    }

    /// What somebody wants to see of what a conversation carries.
    private record Wish(
            PersonId reader,
            ConversationId conversation,
            Attachment.@Nullable Kind kind,
            Place from) {}

    private static List<Carried> list(Db db, Wish wish, Interval interval, int limit)
            throws SQLException {
        var values =
                new ArrayList<@Nullable Object>(
                        List.of(
                                wish.conversation(),
                                interval.first(),
                                interval.last(),
                                wish.from().seq(),
                                wish.from().position(),
                                wish.reader()));
        if (wish.kind() != null) {
            values.add(wish.kind());
        }
        values.add(limit);
        return db.list(
                wish.kind() == null ? ALL : OF_KIND,
                row -> carried(row, wish.conversation()),
                values.toArray());
    }

    private static Carried carried(Row row, ConversationId conversation) throws SQLException {
        var place = new Place(row.number(1), row.small(2));
        return new Carried(
                Carrying.attachment(row, 3), new MessageId(conversation, place.seq()), place);
    }

    private static AttachmentPage page(List<Carried> found, int limit) {
        return new AttachmentPage(
                found.subList(0, Math.min(limit, found.size())),
                found.size() > limit ? found.get(limit).place() : null);
    }

    @Override
    public List<AttachmentId> collect(Instant silentSince, Instant unsentSince) {
        return writer.write(
                db -> {
                    var forgotten =
                            new ArrayList<>(db.list(SILENT, row -> row.attachment(1), silentSince));
                    forgotten.addAll(loose(db, "kept", unsentSince));
                    forgotten.addAll(loose(db, "gone", time.now().plusMillis(1)));
                    return forgotten;
                });
    }

    private static List<AttachmentId> loose(Db db, String state, Instant before)
            throws SQLException {
        return db.list(LOOSE, row -> row.attachment(1), state, before);
    }

    @Override
    public Set<AttachmentId> known(Collection<AttachmentId> ids) {
        return readers.read(
                db -> {
                    var known = new HashSet<AttachmentId>();
                    for (var id : ids) {
                        if (db.first(KNOWN, _ -> true, id, id).isPresent()) {
                            known.add(id);
                        }
                    }
                    return known;
                });
    }
}
