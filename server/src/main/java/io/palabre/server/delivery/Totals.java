// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.ids.PersonId;
import java.time.Duration;
import java.util.function.ToLongFunction;

/// How much a person has to read in all, once something in their own log has moved it: counted
/// once, for the answer to whoever did it and for what all their devices are told.
public final class Totals {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final ToLongFunction<PersonId> count;
    private final Cache<Key, Long> counted =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(SOON).build();

    private record Key(PersonId person, long ownSeq) {}

    /// @param count asks the store
    public Totals(ToLongFunction<PersonId> count) {
        this.count = count;
    }

    /// As it was at this entry or shortly after.
    public long at(OwnEntry entry) {
        var key = new Key(entry.person(), entry.seq());
        return counted.get(key, _ -> count.applyAsLong(entry.person()));
    }

    /// As it is now.
    public long now(PersonId person) {
        return count.applyAsLong(person);
    }
}
