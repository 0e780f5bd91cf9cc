// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.torture;

import io.palabre.e2e.faults.FullDisk;
import io.palabre.e2e.faults.Tracer;
import java.util.Optional;

/// What is done to the product.
enum Fault {
    KILL("kill -9 at any moment"),
    KILL_IN_FLIGHT("kill -9 right after a message was sent"),
    KILL_AFTER_ANSWER("kill -9 right after a message was acknowledged"),
    KILL_BEFORE_WRITE("kill -9 when a batch is decided and not written"),
    KILL_BEFORE_SYNC("kill -9 when a batch is written and not synced"),
    KILL_BEFORE_ANSWER("kill -9 when a batch is synced and not acknowledged"),
    KILL_BEFORE_DELIVERY("kill -9 when a batch is acknowledged and not told"),
    PAUSE("SIGSTOP for 0.1 to 4 s"),
    CPU_STARVED("SIGSTOP in bursts of 200 ms"),
    SWALLOW("a network that takes and does not pass on, both ways"),
    ONE_WAY("a network that passes on one way only"),
    STALL("a client that does not read"),
    RESET("a connection that is reset"),
    CUT("a connection that is cut after some bytes"),
    LEAVE("a client that goes and comes back"),
    DISK_FULL("a disk that takes no more"),
    DISK_ERROR("a disk that answers EIO"),
    DISK_SLOW("a disk whose syncs take long"),
    CLOCK("a clock that is set forward or back by hours"),
    DEAF("a client that never reads while megabytes are said"),
    UPLOAD("kill -9 in mid-upload"),
    BACKUP("kill -9 in mid-backup"),
    MIGRATION("kill -9 in mid-migration"),
    RESTORE("an older backup is restored"),
    POWER_LOSS("loss of power, replayed out of a recording of all writes");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /// Why this machine cannot do it.
    Optional<String> impossible() {
        return switch (this) {
            case DISK_FULL ->
                    FullDisk.possible()
                            ? Optional.empty()
                            : Optional.of("prlimit (util-linux) is not here");
            case KILL_BEFORE_SYNC, DISK_ERROR, DISK_SLOW, POWER_LOSS -> Tracer.impossible();
            case KILL, KILL_IN_FLIGHT, KILL_AFTER_ANSWER, KILL_BEFORE_WRITE -> Optional.empty();
            case KILL_BEFORE_ANSWER, KILL_BEFORE_DELIVERY, PAUSE, CPU_STARVED -> Optional.empty();
            case SWALLOW, ONE_WAY, STALL, RESET, CUT, LEAVE, CLOCK, DEAF -> Optional.empty();
            case UPLOAD, BACKUP, MIGRATION, RESTORE -> Optional.empty();
        };
    }

    /// Whether it has a scene of its own, since it does not leave all promises standing or needs
    /// none of the talk.
    boolean apart() {
        return compareTo(DEAF) >= 0;
    }
}
