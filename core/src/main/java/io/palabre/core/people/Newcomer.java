// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.people;

import org.jspecify.annotations.Nullable;

/// Somebody who is about to have an account.
public record Newcomer(
        String username,
        PersonRole role,
        Profile profile,
        @Nullable Subject subject,
        @Nullable String email) {

    public static Newcomer named(String username, String displayName) {
        return new Newcomer(username, PersonRole.USER, Profile.named(displayName), null, null);
    }
}
