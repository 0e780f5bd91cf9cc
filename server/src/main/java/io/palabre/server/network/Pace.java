// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.network;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Lets each pass so many times in a second, and a number of times at once. For each it keeps one
/// moment: when all that passed would have passed at an even pace.
final class Pace<K> {
    private static final int MOST = 100_000;

    private final Ticker ticker;
    private final long interval;
    private final long ahead;
    private final Cache<K, Long> even;

    Pace(int perSecond, int atOnce, Ticker ticker) {
        this.ticker = ticker;
        interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        ahead = interval * (atOnce - 1L);
        even =
                Caffeine.newBuilder()
                        .ticker(ticker)
                        .expireAfterWrite(Duration.ofNanos(ahead + 2 * interval))
                        .maximumSize(MOST)
                        .build();
    }

    /// Passes, or says how long to wait first.
    ///
    /// @return zero when it has passed
    Duration pass(K who) {
        long now = ticker.read();
        var wait = new long[1];
        even.asMap()
                .compute(
                        who,
                        (_, before) -> {
                            long from = before == null || before - now < 0 ? now : before;
                            wait[0] = Math.max(0, from - now - ahead);
                            return wait[0] == 0 ? from + interval : from;
                        });
        return Duration.ofNanos(wait[0]);
    }
}
