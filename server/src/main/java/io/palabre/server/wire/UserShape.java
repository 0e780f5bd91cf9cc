// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.core.people.Person;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `User` in `openapi.yaml`.
public record UserShape(
        String id,
        String username,
        String displayName,
        @Nullable String avatarUrl,
        String role,
        String status,
        @Nullable String statusText) {

    public static UserShape of(Person person) {
        var profile = person.profile();
        return new UserShape(
                person.id().toString(),
                person.username(),
                profile.displayName(),
                profile.avatarUrl(),
                person.role().name().toLowerCase(Locale.ROOT),
                profile.status().name().toLowerCase(Locale.ROOT),
                profile.statusText());
    }
}
