// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Role;
import io.palabre.core.ids.PersonId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `SystemLine` in `openapi.yaml`: what happened as a code, which clients say in the person's
/// language.
public record SystemLine(
        String code,
        @Nullable String title,
        @Nullable String userId,
        @Nullable List<String> userIds,
        @Nullable String role) {

    static SystemLine of(Durable.Created created) {
        return titled("created", created.title());
    }

    static SystemLine of(Durable.MembersAdded added) {
        var ids = added.members().stream().map(PersonId::toString).toList();
        return new SystemLine("members_added", null, null, ids, null);
    }

    static SystemLine of(Durable.MemberRemoved removed) {
        return about("member_removed", removed.member(), null);
    }

    static SystemLine left(PersonId person) {
        return about("member_left", person, null);
    }

    static SystemLine of(Durable.Renamed renamed) {
        return titled("renamed", renamed.title());
    }

    static SystemLine pictureChanged() {
        return titled("picture_changed", null);
    }

    static SystemLine of(Durable.RoleChanged changed) {
        return about("role_changed", changed.member(), changed.role());
    }

    private static SystemLine titled(String code, @Nullable String title) {
        return new SystemLine(code, title, null, null, null);
    }

    private static SystemLine about(String code, PersonId person, @Nullable Role role) {
        var word = role == null ? null : role.name().toLowerCase(Locale.ROOT);
        return new SystemLine(code, null, person.toString(), null, word);
    }
}
