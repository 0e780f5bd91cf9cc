// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import io.palabre.core.Alarms;
import io.palabre.core.Time;
import io.palabre.core.presence.Moment;
import io.palabre.core.sessions.Session;
import io.palabre.server.edge.Arrivals;
import io.palabre.server.edge.Client;
import io.palabre.server.timing.Bell;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/// No socket outlives its session: [#WARNING] before it expires the socket is told, and when it
/// does the socket ends, unless the session was prolonged or the socket came with another.
public final class Expiry implements Arrivals, AutoCloseable {
    static final Duration WARNING = Duration.ofSeconds(60);

    private final Accounts accounts;
    private final LiveSessions live;
    private final Time time;
    private final Map<String, Guarded> sockets = new HashMap<>();
    private final Alarms<String> alarms = new Alarms<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final Bell bell = new Bell("expiry", this::tick);

    private record Guarded(Client client, boolean warned) {}

    record Expiring(Instant expiresAt) {}

    /// @param live hears of sessions that have expired
    public Expiry(Accounts accounts, LiveSessions live, Time time) {
        this.accounts = accounts;
        this.live = live;
        this.time = time;
    }

    @Override
    public void arrived(Client client) {
        input(
                now -> {
                    sockets.put(client.id(), new Guarded(client, false));
                    var left = left(client.session());
                    alarms.set(client.id(), now + Math.max(0, left.minus(WARNING).toMillis()));
                });
    }

    @Override
    public void left(Client client) {
        input(
                _ -> {
                    sockets.remove(client.id());
                    alarms.clear(client.id());
                });
    }

    @Override
    public void close() {
        bell.close();
    }

    private void tick() {
        input(_ -> bell.rung());
    }

    private void input(LongConsumer change) {
        turn.lock();
        try {
            long now = Moment.of(time).millis();
            change.accept(now);
            alarms.due(now).forEach(socket -> look(socket, now));
            long next = alarms.next();
            bell.set(next == Alarms.NEVER ? OptionalLong.empty() : OptionalLong.of(next), now);
        } finally {
            turn.unlock();
        }
    }

    private void look(String socket, long now) {
        var guarded = sockets.get(socket);
        if (guarded == null) return;
        var session = guarded.client().session();
        accounts.current(session)
                .ifPresentOrElse(
                        current -> look(guarded, current, now),
                        () -> live.ended(session.person(), session.id()));
    }

    private void look(Guarded guarded, Session session, long now) {
        var client = guarded.client();
        var left = left(session);
        boolean soon = left.compareTo(WARNING) <= 0;
        if (soon && !guarded.warned()) {
            client.emit("auth_expiring", new Expiring(session.expiresAt()));
        }
        sockets.put(client.id(), new Guarded(client, soon));
        alarms.set(client.id(), now + Math.max(1, (soon ? left : left.minus(WARNING)).toMillis()));
    }

    private Duration left(Session session) {
        return Duration.between(time.now(), session.expiresAt());
    }
}
