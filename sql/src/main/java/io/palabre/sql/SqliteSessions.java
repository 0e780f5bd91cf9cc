// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.Time;
import io.palabre.core.ids.Ids;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;
import io.palabre.core.sessions.Session;
import io.palabre.core.sessions.Sessions;
import io.palabre.core.sessions.TokenHash;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sessions in SQLite. A person's expired ones are swept out when that person opens another.
final class SqliteSessions implements Sessions {

    private static final String SELECT =
            "SELECT id, person, device, created_at, used_at, expires_at FROM session ";

    static final String BY_TOKEN = SELECT + "WHERE token = ? AND expires_at > ?";
    static final String LIVES = "SELECT 1 FROM session WHERE id = ? AND expires_at > ?";
    static final String OF = SELECT + "WHERE person = ? AND expires_at > ? ORDER BY id DESC";

    static final String OPEN =
            """
            INSERT INTO session (id, token, person, device, created_at, used_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    static final String SWEEP = "DELETE FROM session WHERE person = ? AND expires_at <= ?";

    static final String TOUCH =
            "UPDATE session SET used_at = ?, expires_at = ? WHERE id = ? AND expires_at > ?";

    static final String REVOKE = "DELETE FROM session WHERE person = ? AND id = ?";

    static final String REVOKE_OTHERS =
            "DELETE FROM session WHERE person = ? AND id <> ? RETURNING id";

    private static final byte[] NONE = new byte[0];

    private final Writer writer;
    private final Readers readers;
    private final Ids ids;
    private final Time time;

    SqliteSessions(Writer writer, Readers readers, Ids ids, Time time) {
        this.writer = writer;
        this.readers = readers;
        this.ids = ids;
        this.time = time;
    }

    private static Session session(Row row) throws SQLException {
        return new Session(
                row.session(1),
                row.person(2),
                row.textOrNull(3),
                row.time(4),
                row.time(5),
                row.time(6));
    }

    @Override
    public Session open(
            PersonId person, TokenHash token, @Nullable String device, Duration lifetime) {
        var now = time.now();
        var id = new SessionId(ids.next());
        var session = new Session(id, person, device, now, now, now.plus(lifetime));
        writer.write(db -> insert(db, session, token, now));
        return session;
    }

    private static int insert(Db db, Session session, TokenHash token, Instant now)
            throws SQLException {
        db.update(SWEEP, session.person(), now);
        return db.update(
                OPEN,
                session.id(),
                token.hex(),
                session.person(),
                session.device(),
                session.createdAt(),
                session.usedAt(),
                session.expiresAt());
    }

    @Override
    public Optional<Session> byToken(TokenHash token) {
        return readers.read(
                db -> db.first(BY_TOKEN, SqliteSessions::session, token.hex(), time.now()));
    }

    @Override
    public boolean lives(SessionId session) {
        return readers.read(db -> db.first(LIVES, _ -> true, session, time.now())).isPresent();
    }

    @Override
    public List<Session> of(PersonId person) {
        return readers.read(db -> db.list(OF, SqliteSessions::session, person, time.now()));
    }

    @Override
    public void touch(SessionId session, Duration lifetime) {
        var now = time.now();
        writer.write(db -> db.update(TOUCH, now, now.plus(lifetime), session, now));
    }

    @Override
    public boolean revoke(PersonId person, SessionId session) {
        return writer.write(db -> db.update(REVOKE, person, session)) > 0;
    }

    @Override
    public List<SessionId> revokeOthers(PersonId person, @Nullable SessionId kept) {
        var but = kept == null ? NONE : kept.ulid().bytes();
        return writer.write(db -> db.list(REVOKE_OTHERS, row -> row.session(1), person, but));
    }
}
