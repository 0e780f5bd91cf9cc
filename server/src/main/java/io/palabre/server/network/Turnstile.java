// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import com.github.benmanes.caffeine.cache.Ticker;
import io.palabre.core.ids.PersonId;
import io.palabre.server.config.Bounds;
import io.palabre.server.edge.Peer;
import io.palabre.server.refusal.Problem;
import io.palabre.server.refusal.Refused;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts connections by where they come from and what people say by who they are, and says when it
/// is too much.
final class Turnstile {
    private static final int COMMANDS_AT_ONCE = 5;
    private static final int HANDSHAKES_AT_ONCE = 10;
    private static final int REFUSALS_A_SECOND = 10;
    private static final int REFUSALS_AT_ONCE = 200;

    private final Bounds bounds;
    private final Pace<PersonId> commands;
    private final Pace<String> handshakes;
    private final Pace<String> refusals;
    private final Map<String, Integer> sockets = new ConcurrentHashMap<>();

    Turnstile(Bounds bounds, Ticker ticker) {
        this.bounds = bounds;
        commands = new Pace<>(bounds.commands(), bounds.commands() * COMMANDS_AT_ONCE, ticker);
        handshakes =
                new Pace<>(bounds.handshakes(), bounds.handshakes() * HANDSHAKES_AT_ONCE, ticker);
        refusals = new Pace<>(REFUSALS_A_SECOND, REFUSALS_AT_ONCE, ticker);
    }

    /// Whether an address may open one more connection now.
    boolean mayConnect(String address) {
        if (bounds.isExempt(address)) return true;
        var source = Peer.source(address);
        return sockets.getOrDefault(source, 0) < bounds.socketsPerAddress()
                && handshakes.pass(source).isZero();
    }

    /// A socket has come.
    void entered(String address) {
        sockets.merge(Peer.source(address), 1, Integer::sum);
    }

    /// A socket that had come has gone.
    void left(String address) {
        sockets.computeIfPresent(Peer.source(address), (_, n) -> n == 1 ? null : n - 1);
    }

    /// Refuses a person one more socket if they have as many as they may.
    void refuseIfCrowded(int socketsNow, String address) {
        if (socketsNow >= bounds.socketsPerPerson() && !bounds.isExempt(address)) {
            throw Refused.because(Problem.TOO_MANY_SOCKETS);
        }
    }

    /// Somebody says or changes something.
    ///
    /// @throws Refused when that was too much in a short time
    void said(PersonId person, String address) {
        if (bounds.isExempt(address)) return;
        var wait = commands.pass(person);
        if (!wait.isZero()) throw Refused.until(Problem.RATE_LIMITED, null, wait);
    }

    /// Whether a socket goes on and on although it is refused.
    boolean insists(String socket) {
        return !refusals.pass(socket).isZero();
    }
}
