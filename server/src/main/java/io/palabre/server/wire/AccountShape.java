// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.core.people.Person;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `Account` in `openapi.yaml`: somebody as those see them who keep the accounts.
public record AccountShape(
        String id,
        String username,
        String displayName,
        String role,
        Instant createdAt,
        @Nullable Instant lastActive,
        @Nullable Instant disabledAt) {

    public static AccountShape of(Person person) {
        return new AccountShape(
                person.id().toString(),
                person.username(),
                person.profile().displayName(),
                person.role().name().toLowerCase(Locale.ROOT),
                person.createdAt(),
                person.lastActive(),
                person.disabledAt());
    }
}
