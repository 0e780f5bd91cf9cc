// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Decision.Refuse;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Who may change a group. To those outside, a conversation does not exist.
final class Groups {

    private Groups() {}

    static Decision asMember(
            Facts facts,
            ConversationId conversation,
            PersonId by,
            BiFunction<Head, Facts.Part, Decision> then) {
        var head = facts.head(conversation);
        var part = facts.part(conversation, by);
        if (head.isEmpty() || part.isEmpty()) {
            return new Refuse(Refusal.NOT_FOUND);
        }
        return switch (head.get().type()) {
            case PRIVATE, PRODUCT -> new Refuse(Refusal.NOT_A_GROUP);
            case GROUP -> then.apply(head.get(), part.get());
        };
    }

    /// As the owner or an administrator.
    static Decision asLeader(
            Facts facts,
            ConversationId conversation,
            PersonId by,
            BiFunction<Head, Facts.Part, Decision> then) {
        return asMember(
                facts,
                conversation,
                by,
                (head, part) ->
                        switch (part.role()) {
                            case OWNER, ADMIN -> then.apply(head, part);
                            case MEMBER -> new Refuse(Refusal.NOT_ALLOWED);
                        });
    }

    static Decision asOwner(
            Facts facts, ConversationId conversation, PersonId by, Function<Head, Decision> then) {
        return asMember(
                facts,
                conversation,
                by,
                (head, part) ->
                        switch (part.role()) {
                            case OWNER -> then.apply(head);
                            case ADMIN, MEMBER -> new Refuse(Refusal.NOT_ALLOWED);
                        });
    }
}
