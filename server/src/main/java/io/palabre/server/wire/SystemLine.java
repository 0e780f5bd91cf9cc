// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.core.conversations.Durable;
import io.palabre.core.ids.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `SystemLine` in `openapi.yaml`: what happened as a code, which clients say in the person's
/// language.
public record SystemLine(
        String code,
        @Nullable String title,
        @Nullable String userId,
        @Nullable List<String> userIds) {

    static SystemLine of(Durable.Created created) {
        return new SystemLine("created", created.title(), null, null);
    }

    static SystemLine of(Durable.MembersAdded added) {
        var ids = added.members().stream().map(PersonId::toString).toList();
        return new SystemLine("members_added", null, null, ids);
    }

    static SystemLine of(Durable.MemberRemoved removed) {
        return new SystemLine("member_removed", null, removed.member().toString(), null);
    }

    static SystemLine left(PersonId person) {
        return new SystemLine("member_left", null, person.toString(), null);
    }

    static SystemLine of(Durable.Renamed renamed) {
        return new SystemLine("renamed", renamed.title(), null, null);
    }
}
