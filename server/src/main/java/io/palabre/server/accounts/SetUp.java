// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import io.palabre.core.people.People;
import io.palabre.core.sessions.TokenHash;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The one-time token with which whoever started the server makes the first administrator. There is
/// one if there were no people when it started.
public final class SetUp {
    private final AtomicReference<@Nullable TokenHash> pending = new AtomicReference<>();

    /// A new token, to be shown once; empty when there are people already.
    public Optional<String> begin(People people, SecureRandom random) {
        if (!people.search("", null, 1).people().isEmpty()) return Optional.empty();
        var token = new Tokens(random).next();
        pending.set(Tokens.hash(token));
        return Optional.of(token);
    }

    public boolean isPending() {
        return pending.get() != null;
    }

    /// Whether this is the token; it is used up then.
    boolean use(String token) {
        var expected = pending.get();
        return expected != null
                && expected.equals(Tokens.hash(token))
                && pending.compareAndSet(expected, null);
    }

    /// There is an administrator now; the token is good for nothing more.
    void done() {
        pending.set(null);
    }

    /// The token was used for nothing and is good again.
    void giveBack(String token) {
        pending.set(Tokens.hash(token));
    }
}
