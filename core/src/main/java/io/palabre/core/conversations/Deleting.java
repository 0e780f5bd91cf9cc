// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command.Delete;
import io.palabre.core.conversations.Command.Hide;
import io.palabre.core.conversations.Decision.Append;
import io.palabre.core.conversations.Decision.Note;
import io.palabre.core.conversations.Decision.Refuse;
import io.palabre.core.conversations.Decision.Repeat;
import io.palabre.core.conversations.Durable.Deleted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How messages go. For everyone: their sender takes them back for a while; who keeps order in the
/// group, or on the whole server, takes them away at any time. For oneself: whoever sees one.
record Deleting(Limits limits) {

    Decision decide(Facts facts, Delete delete, Instant now) {
        if (facts.moderates(delete.by())) {
            return facts.head(delete.message().conversation())
                    .flatMap(
                            head ->
                                    facts.standing(delete.message())
                                            .map(it -> go(head, it, delete, now)))
                    .orElseGet(() -> new Refuse(Refusal.NOT_FOUND));
        }
        return Audible.toMember(
                facts,
                delete.message(),
                delete.by(),
                (head, it) ->
                        objection(facts, it, delete, now)
                                .<Decision>map(Refuse::new)
                                .orElseGet(() -> go(head, it, delete, now)));
    }

    private static Decision go(Head head, Standing it, Delete delete, Instant now) {
        if (it.deleted()) {
            return new Repeat(head.conversation(), List.of());
        }
        var deleted = new Deleted(delete.message().seq());
        var entry = head.followedBy(delete.by(), deleted, now);
        return new Append(head.conversation(), List.of(entry), List.of());
    }

    private Optional<Refusal> objection(Facts facts, Standing it, Delete delete, Instant now) {
        if (keepsOrder(facts, delete)) {
            return Optional.empty();
        }
        if (!it.posted().by().equals(delete.by())) {
            return Optional.of(Refusal.NOT_ALLOWED);
        }
        var late = now.isAfter(it.posted().at().plus(limits.windows().delete()));
        return late && !it.deleted() ? Optional.of(Refusal.DELETE_WINDOW_OVER) : Optional.empty();
    }

    private static boolean keepsOrder(Facts facts, Delete delete) {
        return facts.part(delete.message().conversation(), delete.by())
                .map(
                        part ->
                                switch (part.role()) {
                                    case OWNER, ADMIN -> true;
                                    case MEMBER -> false;
                                })
                .orElse(false);
    }

    static Decision decide(Facts facts, Hide hide) {
        var message = hide.message();
        var visible = facts.intervals(message.conversation(), hide.by());
        if (visible.none()) {
            return new Refuse(Refusal.NOT_FOUND);
        }
        if (!visible.contains(message.seq()) || facts.standing(message).isEmpty()) {
            return new Refuse(Refusal.MESSAGE_NOT_FOUND);
        }
        if (facts.hidden(hide.by(), message)) {
            return new Repeat(message.conversation(), List.of());
        }
        var hidden = new Personal.Hidden(message.conversation(), message.seq());
        var notes = List.of(new Note(hide.by(), hidden));
        return new Append(message.conversation(), List.of(), notes);
    }
}
