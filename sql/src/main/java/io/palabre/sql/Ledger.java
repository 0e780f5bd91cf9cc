// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Change;
import io.palabre.core.conversations.Changes;
import io.palabre.core.conversations.Decision;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Fingerprints;
import io.palabre.core.conversations.Interval;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.people.Spelling;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Carries out decisions: appends to the logs and lets the current state follow.
final class Ledger {

    static final String OPEN =
            """
            INSERT INTO conversation
              (id, type, title, spelling, seq, ord, at, active_at, last_message, members, created_at)
            VALUES (?, ?, ?, ?, 0, 0, ?, ?, 0, 0, ?)
            """;

    static final String PAIR =
            "INSERT INTO private_pair (one, other, conversation) VALUES (?, ?, ?)";

    static final String START =
            "INSERT INTO started (person, client_id, conversation) VALUES (?, ?, ?)";

    static final String ABOUT = "UPDATE conversation SET product = ?, seller = ? WHERE id = ?";

    static final String INTRODUCE =
            "INSERT INTO introduction (buyer, seller, product, conversation) VALUES (?, ?, ?, ?)";

    static final String APPEND =
            """
            INSERT INTO event
              (conversation, seq, ord, at, actor, kind, version, body, client_id, fingerprint,
               about)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String TO_HEAD = "UPDATE conversation SET seq = ?, ord = ?, at = ?";

    private static final String COUNTED = " WHERE id = ? RETURNING members";

    static final String HEAD = TO_HEAD + COUNTED;

    static final String HEAD_AT_LINE = TO_HEAD + ", active_at = ?" + COUNTED;

    static final String HEAD_AT_MESSAGE = TO_HEAD + ", active_at = ?, last_message = ?" + COUNTED;

    static final String HIDE = "INSERT INTO hidden (person, conversation, seq) VALUES (?, ?, ?)";

    static final String JOIN =
            """
            INSERT INTO member
              (person, conversation, role, read_ord, read_seq, joined_seq, joined_at, shown_ord)
            SELECT id, ?, ?, ?, ?, ?, ?,
              CASE WHEN status = 'invisible' OR NOT read_receipts THEN ? END
            FROM person WHERE id = ?
            """;

    static final String COUNT =
            "UPDATE conversation SET members = members + ? WHERE id = ? RETURNING members";

    static final String BEGIN_INTERVAL =
            """
            INSERT INTO membership (conversation, person, first_seq, last_seq) VALUES (?, ?, ?, ?)
            """;

    static final String END_INTERVAL =
            """
            UPDATE membership SET last_seq = ?
            WHERE conversation = ? AND person = ? AND last_seq = ?
            """;

    static final String DEPART = "DELETE FROM member WHERE person = ? AND conversation = ?";

    static final String GIVE_ROLE =
            "UPDATE member SET role = ? WHERE person = ? AND conversation = ?";

    static final String TITLE = "UPDATE conversation SET title = ?, spelling = ? WHERE id = ?";

    static final String PICTURE = "UPDATE conversation SET avatar_url = ? WHERE id = ?";

    static final String READ =
            """
            UPDATE member SET read_from = read_ord, read_at = ?, read_ord = ?, read_seq = ?,
              behind = (marked_unread = 1 OR ? <
                (SELECT c.ord FROM conversation c WHERE c.id = member.conversation))
            WHERE person = ? AND conversation = ?
            """;

    static final String BLOCK = "INSERT INTO block (blocker, person) VALUES (?, ?)";

    static final String UNBLOCK = "DELETE FROM block WHERE blocker = ? AND person = ?";

    static final String OWN_SEQ =
            "UPDATE person SET own_seq = own_seq + 1 WHERE id = ? RETURNING own_seq";

    static final String OWN_APPEND =
            """
            INSERT INTO person_event (person, seq, at, kind, version, body)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private final Codec codec;
    private final Fingerprints fingerprints;
    private final Becoming becoming;

    Ledger(Codec codec, Fingerprints fingerprints) {
        this.codec = codec;
        this.fingerprints = fingerprints;
        becoming = new Becoming(codec);
    }

    Outcome.Accepted carryOut(Db db, Decision.Append decision, Instant now) throws SQLException {
        for (var change : Changes.of(decision)) {
            apply(db, change, now);
        }
        var own = new ArrayList<OwnEntry>();
        for (var note : decision.notes()) {
            own.add(append(db, note, now));
        }
        return new Outcome.Accepted(decision.conversation(), decision.entries(), own, false);
    }

    private void apply(Db db, Change change, Instant now) throws SQLException {
        switch (change) {
            case Change.Opened c -> open(db, c);
            case Change.Paired c -> pair(db, c);
            case Change.Introduced c -> introduce(db, c);
            case Change.Appended(var entry) -> append(db, entry);
            case Change.Became(var entry, var event) -> becoming.apply(db, entry, event);
            case Change.HiddenFrom c -> db.update(HIDE, c.person(), c.conversation(), c.seq());
            case Change.Joined c -> join(db, c);
            case Change.Departed c -> depart(db, c);
            case Change.Started c ->
                    db.update(START, c.by(), c.clientId().text(), c.conversation());
            case Change.GaveRole c -> db.update(GIVE_ROLE, c.role(), c.person(), c.conversation());
            case Change.Pictured c -> db.update(PICTURE, c.avatarUrl(), c.conversation());
            case Change.Arranged c -> Arrangements.apply(db, c);
            case Change.Cleared c -> Arrangements.apply(db, c);
            case Change.Blocked(var by, var person) -> db.update(BLOCK, by, person);
            case Change.Unblocked(var by, var person) -> db.update(UNBLOCK, by, person);
            case Change.Titled c ->
                    db.update(TITLE, c.title(), spelling(c.title()), c.conversation());
            case Change.ReadTo c -> read(db, c, now);
        }
    }

    private static void open(Db db, Change.Opened c) throws SQLException {
        var spelling = c.title() == null ? "" : spelling(c.title());
        db.update(OPEN, c.conversation(), c.type(), c.title(), spelling, c.at(), c.at(), c.at());
    }

    private static String spelling(String title) {
        return String.join(" ", Spelling.words(title));
    }

    private static void read(Db db, Change.ReadTo c, Instant now) throws SQLException {
        db.update(READ, now, c.ord(), c.seq(), c.ord(), c.person(), c.conversation());
    }

    private static void pair(Db db, Change.Paired c) throws SQLException {
        var low = c.one().compareTo(c.other()) < 0 ? c.one() : c.other();
        var high = low.equals(c.one()) ? c.other() : c.one();
        db.update(PAIR, low, high, c.conversation());
    }

    private static void introduce(Db db, Change.Introduced c) throws SQLException {
        var about = c.about();
        db.update(ABOUT, about.product().text(), about.seller(), c.conversation());
        db.update(INTRODUCE, c.buyer(), about.seller(), about.product().text(), c.conversation());
        Lists.trading(db, c);
    }

    private void append(Db db, Entry entry) throws SQLException {
        var stored = codec.write(entry.event());
        var posted = entry.event() instanceof Durable.Posted p ? p : null;
        db.update(
                APPEND,
                entry.conversation(),
                entry.seq(),
                entry.ord(),
                entry.at(),
                entry.by(),
                stored.kind(),
                stored.version(),
                stored.body(),
                posted == null ? null : posted.clientId().text(),
                fingerprint(posted),
                entry.event() instanceof Durable.OfMessage of ? of.message() : null);
        if (posted != null) {
            Carrying.carry(db, entry, posted.content().attachments());
            Becoming.mention(db, entry.id(), entry.ord(), posted.content().mentions());
        }
        Lists.moved(db, entry, moveHead(db, entry));
    }

    /// Says how many members it has.
    private static int moveHead(Db db, Entry e) throws SQLException {
        var values = new ArrayList<Object>(List.of(e.seq(), e.ord(), e.at()));
        var sql =
                switch (e.event()) {
                    case Durable.OfMessage _ -> HEAD;
                    case Durable.Posted _ -> {
                        values.addAll(List.of(e.at(), e.seq()));
                        yield HEAD_AT_MESSAGE;
                    }
                    case Durable.Created _,
                            Durable.MembersAdded _,
                            Durable.MemberRemoved _,
                            Durable.MemberLeft _,
                            Durable.Renamed _,
                            Durable.PictureChanged _,
                            Durable.RoleChanged _ -> {
                        values.add(e.at());
                        yield HEAD_AT_LINE;
                    }
                };
        values.add(e.conversation());
        return db.first(sql, row -> row.small(1), values.toArray()).orElseThrow();
    }

    private byte @Nullable [] fingerprint(Durable.@Nullable Posted posted) {
        return posted == null
                ? null
                : HexFormat.of().parseHex(fingerprints.of(posted.content()).hex());
    }

    private static void join(Db db, Change.Joined c) throws SQLException {
        db.update(
                JOIN,
                c.conversation(),
                c.role(),
                c.ord(),
                c.seq(),
                c.seq(),
                c.at(),
                c.ord(),
                c.person());
        db.update(BEGIN_INTERVAL, c.conversation(), c.person(), c.seq(), Interval.OPEN);
        Lists.joined(db, c, count(db, 1, c.conversation()));
    }

    private static int count(Db db, int more, ConversationId where) throws SQLException {
        return db.first(COUNT, row -> row.small(1), more, where).orElseThrow();
    }

    private static void depart(Db db, Change.Departed c) throws SQLException {
        db.update(DEPART, c.person(), c.conversation());
        db.update(END_INTERVAL, c.seq(), c.conversation(), c.person(), Interval.OPEN);
        count(db, -1, c.conversation());
    }

    private OwnEntry append(Db db, Decision.Note note, Instant now) throws SQLException {
        var seq = db.first(OWN_SEQ, row -> row.number(1), note.person()).orElseThrow();
        var kept = note.event().kept();
        var stored = codec.write(kept);
        db.update(
                OWN_APPEND,
                note.person(),
                seq,
                now,
                stored.kind(),
                stored.version(),
                stored.body());
        return new OwnEntry(note.person(), seq, now, kept);
    }
}
