// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command.GiveRole;
import io.palabre.core.conversations.Decision.Append;
import io.palabre.core.conversations.Decision.Refuse;
import io.palabre.core.conversations.Decision.Repeat;
import io.palabre.core.conversations.Durable.RoleChanged;
import java.time.Instant;
import java.util.List;

/// How members of a group get their roles: from the owner, of whom there is always one.
final class Appointing {

    private Appointing() {}

    static Decision decide(Facts facts, GiveRole command, Instant now) {
        return Groups.asOwner(
                facts,
                command.conversation(),
                command.by(),
                head -> appoint(facts, head, command, now));
    }

    private static Decision appoint(Facts facts, Head head, GiveRole command, Instant now) {
        var part = facts.part(head.conversation(), command.person());
        if (part.isEmpty()) {
            return new Refuse(Refusal.PERSON_NOT_FOUND);
        }
        if (part.get().role() == command.role()) {
            return new Repeat(head.conversation(), List.of());
        }
        if (part.get().role() == Role.OWNER) {
            return new Refuse(Refusal.OWNER_REQUIRED);
        }
        var changed = new RoleChanged(command.person(), command.role());
        var entry = head.followedBy(command.by(), changed, now);
        return new Append(head.conversation(), List.of(entry), List.of());
    }
}
