// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.Time;
import io.palabre.core.ids.Ids;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;
import io.palabre.core.sessions.Session;
import io.palabre.core.sessions.Sessions;
import io.palabre.core.sessions.TokenHash;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sessions in memory.
public final class InMemorySessions implements Sessions {

    private final Time time;
    private final Ids ids;
    private final Map<TokenHash, Session> sessions = new LinkedHashMap<>();

    InMemorySessions(Time time, Ids ids) {
        this.time = time;
        this.ids = ids;
    }

    @Override
    public synchronized Session open(
            PersonId person, TokenHash token, @Nullable String device, Duration lifetime) {
        var now = time.now();
        var id = new SessionId(ids.next());
        var session = new Session(id, person, device, now, now, now.plus(lifetime));
        sessions.put(token, session);
        return session;
    }

    @Override
    public synchronized Optional<Session> byToken(TokenHash token) {
        return Optional.ofNullable(sessions.get(token)).filter(this::lives);
    }

    @Override
    public synchronized boolean lives(SessionId id) {
        return sessions.values().stream().anyMatch(s -> s.id().equals(id) && lives(s));
    }

    private boolean lives(Session session) {
        return time.now().isBefore(session.expiresAt());
    }

    @Override
    public synchronized List<Session> of(PersonId person) {
        return sessions.values().stream()
                .filter(session -> session.person().equals(person) && lives(session))
                .sorted(Comparator.comparing(Session::id).reversed())
                .toList();
    }

    @Override
    public synchronized void touch(SessionId id, Duration lifetime) {
        var now = time.now();
        sessions.replaceAll(
                (_, s) ->
                        s.id().equals(id) && lives(s)
                                ? new Session(
                                        id,
                                        s.person(),
                                        s.device(),
                                        s.createdAt(),
                                        now,
                                        now.plus(lifetime))
                                : s);
    }

    @Override
    public synchronized boolean revoke(PersonId person, SessionId id) {
        return sessions.values().removeIf(s -> s.id().equals(id) && s.person().equals(person));
    }

    @Override
    public synchronized List<SessionId> revokeOthers(PersonId person, @Nullable SessionId kept) {
        var ended =
                sessions.values().stream()
                        .filter(s -> s.person().equals(person) && !s.id().equals(kept))
                        .map(Session::id)
                        .toList();
        sessions.values().removeIf(s -> ended.contains(s.id()));
        return ended;
    }
}
