// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The last numbers of the logs that were asked for or written of late. The writer puts in what it
/// has committed; whoever loads a missing one holds its place meanwhile, so that an older number
/// never replaces a newer one. When there are very many, all are forgotten.
final class HeadCache<K> {

    private static final int MOST = 200_000;

    private final ConcurrentHashMap<K, Long> heads = new ConcurrentHashMap<>();

    @Nullable Long known(K log) {
        return heads.get(log);
    }

    /// The number, loaded with a read that begins now.
    @Nullable Long load(K log, Function<K, @Nullable Long> read) {
        return heads.computeIfAbsent(log, read);
    }

    void committed(K log, long seq) {
        if (heads.mappingCount() > MOST) {
            heads.clear();
        }
        heads.put(log, seq);
    }

    void forget() {
        heads.clear();
    }
}
