// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command.Describe;
import io.palabre.core.conversations.Decision.Append;
import io.palabre.core.conversations.Decision.Refuse;
import io.palabre.core.conversations.Decision.Repeat;
import io.palabre.core.conversations.Durable.PictureChanged;
import io.palabre.core.conversations.Durable.Renamed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// How a group gets another title and another picture; each is an event of its own, and neither
/// happens when one of them cannot be.
record Describing(Limits limits) {

    Decision decide(Facts facts, Describe command, Instant now) {
        return Groups.asLeader(
                facts,
                command.conversation(),
                command.by(),
                (head, _) -> describe(head, command, now));
    }

    private Decision describe(Head head, Describe command, Instant now) {
        var events = new ArrayList<Durable>();
        if (command.title() != null) {
            var title = new Titles(limits).accept(command.title());
            if (title.isEmpty()) {
                return new Refuse(Refusal.BAD_TITLE);
            }
            if (!title.get().equals(head.title())) {
                events.add(new Renamed(title.get()));
            }
        }
        if (command.avatarUrl() != null) {
            if (!Pictures.isOne(command.avatarUrl())) {
                return new Refuse(Refusal.BAD_PICTURE);
            }
            var url = command.avatarUrl().isEmpty() ? null : command.avatarUrl();
            if (!Objects.equals(url, head.avatarUrl())) {
                events.add(new PictureChanged(url));
            }
        }
        return append(head, events, command, now);
    }

    private static Decision append(Head head, List<Durable> events, Describe command, Instant now) {
        var entries = new ArrayList<Entry>();
        var at = head;
        for (var event : events) {
            var entry = at.followedBy(command.by(), event, now);
            entries.add(entry);
            at = at.at(entry);
        }
        return entries.isEmpty()
                ? new Repeat(head.conversation(), List.of())
                : new Append(head.conversation(), entries, List.of());
    }
}
