// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import io.palabre.core.Refusal;
import io.palabre.server.refusal.Refused;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a client may say with a heartbeat: for how long its person has done nothing.
record Idle(@Nullable Long idleMs) {
    static final Idle NOT = new Idle(null);

    Duration duration() {
        if (idleMs == null) return Duration.ZERO;
        if (idleMs < 0) {
            throw Refused.because(Refusal.BAD_REQUEST, "`idleMs` is 0 or more.");
        }
        return Duration.ofMillis(idleMs);
    }
}
