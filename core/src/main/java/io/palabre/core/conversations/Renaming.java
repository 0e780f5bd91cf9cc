// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command.Rename;
import io.palabre.core.conversations.Decision.Append;
import io.palabre.core.conversations.Decision.Refuse;
import io.palabre.core.conversations.Decision.Repeat;
import io.palabre.core.conversations.Durable.Renamed;
import java.time.Instant;
import java.util.List;

/// How a group gets another title.
record Renaming(Limits limits) {

    Decision decide(Facts facts, Rename command, Instant now) {
        return Groups.asOwner(
                facts, command.conversation(), command.by(), head -> rename(head, command, now));
    }

    private Decision rename(Head head, Rename command, Instant now) {
        return new Titles(limits)
                .accept(command.title())
                .map(title -> rename(head, title, command, now))
                .orElseGet(() -> new Refuse(Refusal.BAD_TITLE));
    }

    private static Decision rename(Head head, String title, Rename command, Instant now) {
        if (title.equals(head.title())) {
            return new Repeat(head.conversation(), List.of());
        }
        var entry = head.followedBy(command.by(), new Renamed(title), now);
        return new Append(head.conversation(), List.of(entry), List.of());
    }
}
