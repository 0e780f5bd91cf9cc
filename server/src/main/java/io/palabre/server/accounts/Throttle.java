// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.palabre.core.Refusal;
import io.palabre.server.config.Bounds;
import io.palabre.server.edge.Peer;
import io.palabre.server.refusal.Refused;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Slows the guessing of passwords: five wrong ones for an account, or as many from an address as
/// is configured, in a quarter of an hour. An address from which the owner signed in before has a
/// count of its own, so strangers cannot lock the owner out. Slows the making of accounts too.
final class Throttle {
    private static final Logger LOG = LoggerFactory.getLogger(Throttle.class);
    private static final int PER_ACCOUNT = 5;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int MOST = 100_000;
    private static final int LONGEST_NAME = 64;

    private final Bounds bounds;
    private final Cache<String, AtomicInteger> attempts;
    private final Cache<String, AtomicInteger> registrations;
    private final Cache<String, Boolean> known;

    Throttle(Bounds bounds, Ticker ticker) {
        this.bounds = bounds;
        attempts = forgetting(WINDOW, ticker);
        registrations = forgetting(HOUR, ticker);
        known = forgetting(REMEMBERED, ticker);
    }

    private static <V> Cache<String, V> forgetting(Duration after, Ticker ticker) {
        return Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(after)
                .maximumSize(MOST)
                .build();
    }

    /// Counts an attempt before its password is looked at, so that many at once do not slip
    /// through.
    ///
    /// @throws Refused when there were too many
    void attempt(String username, String address) {
        if (!bounds.isExempt(address)) {
            count(attempts, Peer.source(address), bounds.signIns(), WINDOW);
        }
        count(attempts, account(username, address), PER_ACCOUNT, WINDOW);
    }

    /// The attempt was right: it does not count, and the address is known from now on.
    void succeeded(String username, String address) {
        attempts.invalidate(account(username, address));
        var source = attempts.getIfPresent(Peer.source(address));
        if (source != null) source.decrementAndGet();
        known.put(username + " " + address, Boolean.TRUE);
    }

    /// Counts an account that is made.
    ///
    /// @throws Refused when there were too many
    void register(String address) {
        if (bounds.isExempt(address)) return;
        count(registrations, Peer.source(address), bounds.registrations(), HOUR);
    }

    private static void count(
            Cache<String, AtomicInteger> counts, String key, int most, Duration window) {
        if (counts.get(key, _ -> new AtomicInteger()).incrementAndGet() <= most) return;
        var left = left(counts, key, window);
        LOG.warn("sign-ins are throttled for {} s: {}", left.toSeconds(), key);
        throw Refused.until(
                Refusal.TOO_MANY_REQUESTS,
                "Try again in %d minutes.".formatted(left.plusSeconds(59).toMinutes()),
                left);
    }

    /// Until the count of `key` is forgotten.
    private static Duration left(Cache<String, AtomicInteger> counts, String key, Duration window) {
        return counts.policy()
                .expireAfterWrite()
                .flatMap(expiry -> expiry.ageOf(key))
                .map(window::minus)
                .orElse(window);
    }

    /// Only the beginning of what somebody says is their name is kept.
    private String account(String said, String address) {
        var username = said.substring(0, Math.min(said.length(), LONGEST_NAME));
        boolean own = known.getIfPresent(username + " " + address) != null;
        return own ? "own %s %s".formatted(username, address) : "account " + username;
    }
}
