// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.people;

import io.palabre.core.ids.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody with an account.
///
/// @param username what they sign in with, unique whatever the case
/// @param subject who they are at the host product, for people whom it signs in
/// @param lastSeen when they last went offline, unless that is just now
/// @param lastActive when they last did something, about
/// @param disabledAt since when they may not sign in; null while they may
public record Person(
        PersonId id,
        String username,
        PersonRole role,
        Profile profile,
        @Nullable Subject subject,
        @Nullable String email,
        Instant createdAt,
        @Nullable Instant lastSeen,
        @Nullable Instant lastActive,
        @Nullable Instant disabledAt) {

    /// Whether they may not sign in.
    public boolean isDisabled() {
        return disabledAt != null;
    }

    /// Whether they are an administrator who may sign in.
    public boolean administers() {
        return role == PersonRole.ADMIN && !isDisabled();
    }
}
