// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command.Block;
import io.palabre.core.conversations.Command.Unblock;
import io.palabre.core.conversations.Decision.Append;
import io.palabre.core.conversations.Decision.Note;
import io.palabre.core.conversations.Decision.Refuse;
import io.palabre.core.conversations.Decision.Repeat;
import io.palabre.core.ids.PersonId;
import java.util.List;
import java.util.Optional;

/// How somebody is kept away. It is about no conversation: it stands in one's own log, and between
/// the two nothing private passes from then on, either way.
record Blocking(Limits limits) {

    Decision decide(Facts facts, Block command) {
        if (command.by().equals(command.person())) {
            return new Refuse(Refusal.SELF_BLOCK);
        }
        if (!facts.exists(command.person())) {
            return new Refuse(Refusal.PERSON_NOT_FOUND);
        }
        if (facts.hasBlocked(command.by(), command.person())) {
            return new Repeat(null, List.of());
        }
        return facts.blockedBy(command.by()) >= limits.blocked()
                ? new Refuse(Refusal.TOO_MANY_BLOCKED)
                : note(command.by(), new Personal.Blocked(command.person()));
    }

    static Decision decide(Facts facts, Unblock command) {
        return facts.hasBlocked(command.by(), command.person())
                ? note(command.by(), new Personal.Unblocked(command.person()))
                : new Repeat(null, List.of());
    }

    private static Decision note(PersonId by, Personal event) {
        return new Append(null, List.of(), List.of(new Note(by, event)));
    }

    /// Why somebody may say nothing here. In groups those who keep each other away still hear each
    /// other.
    static Optional<Refusal> objectionToMeeting(Facts facts, Head head, PersonId by) {
        return switch (head.type()) {
            case PRIVATE, PRODUCT ->
                    facts.otherIn(head.conversation(), by)
                            .filter(other -> between(facts, by, other))
                            .map(_ -> Refusal.BLOCKED);
            case GROUP -> Optional.empty();
        };
    }

    static boolean between(Facts facts, PersonId one, PersonId other) {
        return facts.hasBlocked(one, other) || facts.hasBlocked(other, one);
    }
}
