// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.simulation;

import io.palabre.e2e.history.Invariant;
import java.util.Set;

/// The rules as they are, and one mistake at a time.
public enum Plant {
    NOTHING,
    ACK_BEFORE_COMMIT,
    DEDUP_IN_MEMORY,
    NUMBER_WITHOUT_LOCK,
    PUBLISH_BEFORE_COMMIT,
    CLIENT_TRUSTS_PUSH,
    RESUME_OFF_BY_ONE,
    READ_THEN_SUBSCRIBE,
    RETRY_WITH_NEW_CID,
    READ_MARK_LAST_WRITER_WINS,
    TIME_OUT_IS_FAILURE,
    NUMBER_OUTSIDE_THE_TRANSACTION,
    BLOCKS_OF_NUMBERS,
    LOCK_LEAKED_ON_ABORT,
    LEAVER_STILL_HEARS,
    EVERYBODY_OWNS,
    GO_ON_IN_DOUBT,
    STALE_PAGES,
    EPOCH_KEPT_AFTER_RESTORE;

    /// The promises of which it breaks one at least; none for the rules as they are.
    public Set<Invariant> breaks() {
        return switch (this) {
            case NOTHING -> Set.of();
            case ACK_BEFORE_COMMIT -> Set.of(Invariant.I1);
            case DEDUP_IN_MEMORY -> Set.of(Invariant.I2);
            case NUMBER_WITHOUT_LOCK -> Set.of(Invariant.I1, Invariant.I4, Invariant.I5);
            case PUBLISH_BEFORE_COMMIT -> Set.of(Invariant.I5, Invariant.I9);
            case CLIENT_TRUSTS_PUSH -> Set.of(Invariant.I6, Invariant.I9);
            case RESUME_OFF_BY_ONE -> Set.of(Invariant.I9);
            case READ_THEN_SUBSCRIBE -> Set.of(Invariant.I6, Invariant.I9);
            case RETRY_WITH_NEW_CID -> Set.of(Invariant.I1, Invariant.I3);
            case READ_MARK_LAST_WRITER_WINS -> Set.of(Invariant.I11);
            case TIME_OUT_IS_FAILURE -> Set.of(Invariant.I3);
            case NUMBER_OUTSIDE_THE_TRANSACTION -> Set.of(Invariant.I4);
            case BLOCKS_OF_NUMBERS -> Set.of(Invariant.I4, Invariant.I7);
            case LOCK_LEAKED_ON_ABORT -> Set.of(Invariant.L1);
            case LEAVER_STILL_HEARS -> Set.of(Invariant.I10);
            case EVERYBODY_OWNS -> Set.of(Invariant.I14);
            case GO_ON_IN_DOUBT -> Set.of(Invariant.I8);
            case STALE_PAGES -> Set.of(Invariant.I12);
            case EPOCH_KEPT_AFTER_RESTORE -> Set.of(Invariant.I16, Invariant.I5);
        };
    }
}
