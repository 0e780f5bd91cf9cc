// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The open sessions by their secret ids, and how many each address has.
final class Sessions {
    private final Map<String, Session> byId = new ConcurrentHashMap<>();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final AtomicReference<Promise<Void>> emptied = new AtomicReference<>(Promise.promise());
    private final int perAddress;

    /// @param perAddress most sessions of one address, 0 for no bound
    Sessions(int perAddress) {
        this.perAddress = perAddress;
    }

    int count() {
        return byId.size();
    }

    @Nullable Session find(String sid) {
        return byId.get(sid);
    }

    Iterable<Session> all() {
        return byId.values();
    }

    /// Counts one more session of an address; false if it has as many as it may.
    boolean admit(String address) {
        if (perAddress == 0) {
            return true;
        }
        var count = byAddress.merge(address, 1, Integer::sum);
        if (count > perAddress) {
            release(address);
            return false;
        }
        return true;
    }

    /// Counts one session less.
    void release(String address) {
        if (perAddress > 0) {
            byAddress.computeIfPresent(address, (_, n) -> n == 1 ? null : n - 1);
        }
    }

    void add(Session session) {
        byId.put(session.sid(), session);
    }

    void remove(Session session) {
        if (byId.remove(session.sid(), session)) {
            release(session.address());
            if (byId.isEmpty()) {
                emptied.getAndSet(Promise.promise()).tryComplete();
            }
        }
    }

    /// Completes when no session is open.
    Future<Void> empty() {
        var future = emptied.get().future();
        return byId.isEmpty() ? Future.succeededFuture() : future;
    }
}
