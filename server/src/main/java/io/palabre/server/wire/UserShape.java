// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.core.people.Person;
import io.palabre.core.people.Status;
import io.palabre.core.presence.Presence;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `User` in `openapi.yaml`.
///
/// @param readReceipts of oneself alone
public record UserShape(
        String id,
        String username,
        String displayName,
        @Nullable String avatarUrl,
        String role,
        String status,
        @Nullable String statusText,
        @Nullable Boolean isOnline,
        @Nullable When lastSeen,
        @Nullable When lastActive,
        @Nullable Boolean readReceipts) {

    /// As others may see them: the status and its text only while they are there.
    static UserShape seen(Person person, Presence now) {
        return of(person, now, now.availability().status(), now.text(), null);
    }

    /// Who they are, and nothing of whether they are there.
    static UserShape name(Person person) {
        return new UserShape(
                person.id().toString(),
                person.username(),
                person.profile().displayName(),
                person.profile().avatarUrl(),
                person.role().name().toLowerCase(Locale.ROOT),
                Status.AVAILABLE.name().toLowerCase(Locale.ROOT),
                null,
                null,
                null,
                null,
                null);
    }

    /// As they see themselves.
    static UserShape own(Person person, Presence now) {
        var profile = person.profile();
        return of(person, now, profile.status(), profile.statusText(), profile.readReceipts());
    }

    /// As their account says, where nobody can be there.
    public static UserShape account(Person person) {
        return own(person, Presence.OFFLINE);
    }

    private static UserShape of(
            Person person,
            Presence now,
            Status status,
            @Nullable String statusText,
            @Nullable Boolean readReceipts) {
        return new UserShape(
                person.id().toString(),
                person.username(),
                person.profile().displayName(),
                person.profile().avatarUrl(),
                person.role().name().toLowerCase(Locale.ROOT),
                status.name().toLowerCase(Locale.ROOT),
                statusText,
                PresenceShape.isOnline(now),
                new When(PresenceShape.lastSeen(person, now)),
                new When(person.lastActive()),
                readReceipts);
    }
}
