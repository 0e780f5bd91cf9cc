// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.people.Status;

/// How present somebody is, as others see it. Among what several devices or nodes say of one
/// person, the highest holds.
public enum Availability {
    /// Cannot be told just now; shown as nothing.
    UNKNOWN,
    OFFLINE,
    /// There, but nothing was done for a while on any device; shown as away.
    IDLE,
    AVAILABLE,
    /// Away by choice.
    AWAY,
    /// Busy by choice.
    BUSY;

    public boolean isOnline() {
        return compareTo(IDLE) >= 0;
    }

    /// What clients show for somebody online.
    public Status status() {
        return switch (this) {
            case BUSY -> Status.BUSY;
            case AWAY, IDLE -> Status.AWAY;
            case AVAILABLE, OFFLINE, UNKNOWN -> Status.AVAILABLE;
        };
    }
}
