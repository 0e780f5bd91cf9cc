// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.attachments;

import io.palabre.core.Refusal;
import io.palabre.core.ids.AttachmentId;
import io.palabre.server.refusal.Refused;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Who works on an upload: one after the other, each waiting for a while.
final class Turns {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition over = lock.newCondition();
    private final Set<AttachmentId> busy = new HashSet<>();

    /// Nobody else works on it until it is [#leave].
    void take(AttachmentId id) {
        lock.lock();
        try {
            long left = PATIENCE.toNanos();
            while (!busy.add(id)) {
                if (left <= 0) throw taken();
                left = over.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw taken();
        } finally {
            lock.unlock();
        }
    }

    private static Refused taken() {
        return Refused.because(Refusal.TRY_LATER, "A piece of it is on its way already.");
    }

    void leave(AttachmentId id) {
        lock.lock();
        try {
            busy.remove(id);
            over.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
