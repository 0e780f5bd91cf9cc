// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.Refusal;
import io.palabre.core.Time;
import io.palabre.core.ids.Ids;
import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Amendment;
import io.palabre.core.people.Enrolment;
import io.palabre.core.people.Newcomer;
import io.palabre.core.people.People;
import io.palabre.core.people.PeoplePage;
import io.palabre.core.people.Person;
import io.palabre.core.people.PersonRole;
import io.palabre.core.people.Profile;
import io.palabre.core.people.Spelling;
import io.palabre.core.people.Status;
import io.palabre.core.people.Subject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// People in SQLite.
final class SqlitePeople implements People {

    private static final String SELECT =
            """
            SELECT id, username, role, display_name, avatar_url, status, status_text, issuer,
              subject, email, created_at, last_seen, last_active, disabled_at, read_receipts
            FROM person
            """;

    static final String BY_ID = SELECT + "WHERE id = ?";
    static final String BY_USERNAME = SELECT + "WHERE username_key = ?";
    static final String BY_SUBJECT = SELECT + "WHERE issuer = ? AND subject = ?";
    static final String BY_EMAIL = SELECT + "WHERE email_key = ?";

    static final String ENROL =
            """
            INSERT INTO person
              (id, username, username_key, role, display_name, avatar_url, status, status_text,
               issuer, subject, email, email_key, spelling, created_at, read_receipts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static final String DESCRIBE =
            """
            UPDATE person
            SET display_name = ?, avatar_url = ?, status = ?, status_text = ?, read_receipts = ?,
              spelling = ?
            WHERE id = ?
            """;

    static final String ASSIGN = "UPDATE person SET role = ? WHERE id = ?";
    static final String DISABLE = "UPDATE person SET disabled_at = ? WHERE id = ?";
    static final String ANYBODY =
            "SELECT 1 FROM person WHERE role = ? AND disabled_at IS NULL LIMIT 1";
    static final String ANYBODY_ELSE =
            "SELECT 1 FROM person WHERE role = ? AND disabled_at IS NULL AND id <> ? LIMIT 1";

    /// From now on others are shown how far they have read until now.
    static final String HOLD =
            "UPDATE member SET shown_ord = read_ord, let_go = 0"
                    + " WHERE person = ? AND shown_ord IS NULL";

    /// Others are shown how far they have read by now, and not when.
    static final String LET_GO =
            """
            UPDATE member
            SET shown_ord = NULL, read_at = CASE WHEN shown_ord = read_ord THEN read_at END,
              let_go = shown_ord < read_ord
            WHERE person = ? AND shown_ord IS NOT NULL
            """;

    private final Writer writer;
    private final Readers readers;
    private final Ids ids;
    private final Time time;

    SqlitePeople(Writer writer, Readers readers, Ids ids, Time time) {
        this.writer = writer;
        this.readers = readers;
        this.ids = ids;
        this.time = time;
    }

    static Person person(Row row) throws SQLException {
        var profile =
                new Profile(
                        row.text(4),
                        row.textOrNull(5),
                        row.word(6, Status.class),
                        row.textOrNull(7),
                        row.number(15) != 0);
        var issuer = row.textOrNull(8);
        var subject = issuer == null ? null : new Subject(issuer, row.text(9));
        return new Person(
                row.person(1),
                row.text(2),
                row.word(3, PersonRole.class),
                profile,
                subject,
                row.textOrNull(10),
                row.time(11),
                row.timeOrNull(12),
                row.timeOrNull(13),
                row.timeOrNull(14));
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    @Override
    public Enrolment enrol(Newcomer who, @Nullable String proof) {
        return writer.write(
                db -> {
                    var objection = objection(db, who);
                    return objection.isPresent()
                            ? new Enrolment.Refused(objection.get())
                            : new Enrolment.Enrolled(add(db, who, proof));
                });
    }

    private static Optional<Refusal> objection(Db db, Newcomer who) throws SQLException {
        if (db.first(BY_USERNAME, _ -> true, key(who.username())).isPresent()) {
            return Optional.of(Refusal.USERNAME_TAKEN);
        }
        var subject = who.subject();
        if (subject != null
                && db.first(BY_SUBJECT, _ -> true, subject.issuer(), subject.subject())
                        .isPresent()) {
            return Optional.of(Refusal.SUBJECT_TAKEN);
        }
        var email = who.email();
        return email != null && db.first(BY_EMAIL, _ -> true, key(email)).isPresent()
                ? Optional.of(Refusal.EMAIL_TAKEN)
                : Optional.empty();
    }

    private static Person person(Db db, PersonId id) throws SQLException {
        return db.first(BY_ID, SqlitePeople::person, id).orElseThrow();
    }

    private Person add(Db db, Newcomer who, @Nullable String proof) throws SQLException {
        var id = new PersonId(ids.next());
        var now = time.now();
        var profile = who.profile();
        var subject = who.subject();
        var email = who.email();
        var spelling = Spelling.of(profile.displayName(), who.username());
        db.update(
                ENROL,
                id,
                who.username(),
                key(who.username()),
                who.role(),
                profile.displayName(),
                profile.avatarUrl(),
                profile.status(),
                profile.statusText(),
                subject == null ? null : subject.issuer(),
                subject == null ? null : subject.subject(),
                email,
                email == null ? null : key(email),
                spelling,
                now,
                profile.readReceipts() ? 1 : 0);
        NameParts.replace(db, id, spelling);
        if (proof != null) {
            db.update(SqlitePasswords.KEEP, proof, id);
        }
        return person(db, id);
    }

    @Override
    public Map<PersonId, Person> byIds(Collection<PersonId> wanted) {
        return readers.read(
                db -> {
                    var found = new HashMap<PersonId, Person>();
                    for (var id : Set.copyOf(wanted)) {
                        db.first(BY_ID, SqlitePeople::person, id).ifPresent(p -> found.put(id, p));
                    }
                    return found;
                });
    }

    @Override
    public Optional<Person> byUsername(String username) {
        return readers.read(db -> db.first(BY_USERNAME, SqlitePeople::person, key(username)));
    }

    @Override
    public Optional<Person> bySubject(Subject subject) {
        return readers.read(
                db ->
                        db.first(
                                BY_SUBJECT,
                                SqlitePeople::person,
                                subject.issuer(),
                                subject.subject()));
    }

    @Override
    public PeoplePage search(String text, @Nullable String from, int limit) {
        return Spelling.findsNothing(text)
                ? new PeoplePage(List.of(), null)
                : readers.snapshot(db -> NameParts.search(db, Spelling.words(text), from, limit));
    }

    @Override
    public Optional<Person> describe(PersonId id, Profile profile) {
        return writer.write(
                db -> {
                    var before = db.first(BY_ID, SqlitePeople::person, id);
                    if (before.isEmpty()) {
                        return Optional.empty();
                    }
                    var spelling = Spelling.of(profile.displayName(), before.get().username());
                    db.update(
                            DESCRIBE,
                            profile.displayName(),
                            profile.avatarUrl(),
                            profile.status(),
                            profile.statusText(),
                            profile.readReceipts() ? 1 : 0,
                            spelling,
                            id);
                    NameParts.replace(db, id, spelling);
                    db.update(profile.sendsReceipts() ? LET_GO : HOLD, id);
                    return db.first(BY_ID, SqlitePeople::person, id);
                });
    }

    @Override
    public Amendment assign(PersonId id, PersonRole role) {
        return amended(id, role != PersonRole.ADMIN, db -> db.update(ASSIGN, role, id));
    }

    @Override
    public Amendment disable(PersonId id, boolean disabled) {
        return amended(id, disabled, db -> db.update(DISABLE, disabled ? time.now() : null, id));
    }

    /// @param down whether they will not administer the server afterwards
    private Amendment amended(PersonId id, boolean down, Db.Job<Integer> change) {
        return writer.write(
                db -> {
                    var before = db.first(BY_ID, SqlitePeople::person, id);
                    if (before.isEmpty()) {
                        return new Amendment.Refused(Refusal.PERSON_NOT_FOUND);
                    }
                    if (down && before.get().administers() && !anybodyElse(db, id)) {
                        return new Amendment.Refused(Refusal.LAST_ADMINISTRATOR);
                    }
                    change.on(db);
                    return new Amendment.Amended(person(db, id));
                });
    }

    private static boolean anybodyElse(Db db, PersonId id) throws SQLException {
        return db.first(ANYBODY_ELSE, _ -> true, PersonRole.ADMIN, id).isPresent();
    }

    @Override
    public boolean anybodyIs(PersonRole role) {
        return readers.read(db -> db.first(ANYBODY, _ -> true, role)).isPresent();
    }
}
