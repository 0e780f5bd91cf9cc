// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import io.palabre.core.Time;
import io.palabre.core.ids.Ids;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.SessionId;
import io.palabre.core.sessions.Session;
import io.palabre.core.sessions.TokenHash;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// People who are not: for two minutes their sockets come and go as anybody's, so that an operator
/// can see presence work. They have no account, and nobody is shown them.
public final class Probes {
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final Ids ids;
    private final Time time;
    private final Tokens tokens;
    private final Map<TokenHash, Session> sessions = new ConcurrentHashMap<>();

    public Probes(Ids ids, Time time, SecureRandom random) {
        this.ids = ids;
        this.time = time;
        tokens = new Tokens(random);
    }

    /// A probe's token, and who it is.
    public record Probe(String token, PersonId person) {}

    /// Makes one.
    public Probe next() {
        var now = time.now();
        sessions.values().removeIf(session -> session.expiresAt().isBefore(now));
        var token = tokens.next();
        var person = new PersonId(ids.next());
        var id = new SessionId(ids.next());
        sessions.put(Tokens.hash(token), new Session(id, person, null, now, now, now.plus(LIFE)));
        return new Probe(token, person);
    }

    /// The session of a probe's token.
    public Optional<Session> identify(String token) {
        return Optional.ofNullable(sessions.get(Tokens.hash(token)))
                .filter(session -> session.expiresAt().isAfter(time.now()));
    }

    public boolean isProbe(PersonId person) {
        return sessions.values().stream().anyMatch(session -> session.person().equals(person));
    }
}
