// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.palabre.core.Refusal;
import io.palabre.server.refusal.Refused;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Slows the guessing of passwords: five wrong ones for an account, or twenty from an address, in a
/// quarter of an hour. An address from which the owner signed in before has a count of its own, so
/// strangers cannot lock the owner out.
final class Throttle {
    private static final Logger LOG = LoggerFactory.getLogger(Throttle.class);
    private static final int PER_ACCOUNT = 5;
    private static final int PER_ADDRESS = 20;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int MOST = 100_000;
    private static final int LONGEST_NAME = 64;
    private static final int NETWORK_BYTES = 8;

    private final Cache<String, AtomicInteger> attempts;
    private final Cache<String, Boolean> known;

    Throttle(Ticker ticker) {
        attempts =
                Caffeine.newBuilder()
                        .ticker(ticker)
                        .expireAfterWrite(WINDOW)
                        .maximumSize(MOST)
                        .build();
        known =
                Caffeine.newBuilder()
                        .ticker(ticker)
                        .expireAfterWrite(REMEMBERED)
                        .maximumSize(MOST)
                        .build();
    }

    /// Counts an attempt before its password is looked at, so that many at once do not slip
    /// through.
    ///
    /// @throws Refused when there were too many
    void attempt(String username, String address) {
        if (count(source(address)) > PER_ADDRESS
                || count(account(username, address)) > PER_ACCOUNT) {
            LOG.warn("sign-in attempts are throttled, the last from {}", address);
            throw Refused.until(Refusal.TOO_MANY_REQUESTS, WINDOW);
        }
    }

    /// The attempt was right: it does not count, and the address is known from now on.
    void succeeded(String username, String address) {
        attempts.invalidate(account(username, address));
        attempts.get(source(address), _ -> new AtomicInteger()).decrementAndGet();
        known.put(username + " " + address, Boolean.TRUE);
    }

    /// Of IPv6 the whole network: whoever has one address of it has as many as they like.
    private static String source(String address) {
        return "ip " + (address.contains(":") ? network(address) : address);
    }

    private static String network(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
        } catch (IllegalArgumentException _) {
            return address;
        }
    }

    private int count(String key) {
        return attempts.get(key, _ -> new AtomicInteger()).incrementAndGet();
    }

    /// Only the beginning of what somebody says is their name is kept.
    private String account(String said, String address) {
        var username = said.substring(0, Math.min(said.length(), LONGEST_NAME));
        boolean own = known.getIfPresent(username + " " + address) != null;
        return own ? "own %s %s".formatted(username, address) : "account " + username;
    }
}
