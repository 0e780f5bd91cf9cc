// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Decision.Refuse;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import java.util.function.BiFunction;

/// Who may do something with a message: those who are members now and see it. To those outside,
/// neither exists.
final class Audible {

    private Audible() {}

    /// The same, unless the two of a private conversation keep each other away.
    static Decision toSpeaker(
            Facts facts,
            MessageId message,
            PersonId by,
            BiFunction<Head, Standing, Decision> then) {
        return toMember(
                facts,
                message,
                by,
                (head, it) ->
                        Blocking.objectionToMeeting(facts, head, by)
                                .<Decision>map(Refuse::new)
                                .orElseGet(() -> then.apply(head, it)));
    }

    static Decision toMember(
            Facts facts,
            MessageId message,
            PersonId by,
            BiFunction<Head, Standing, Decision> then) {
        var head = facts.head(message.conversation());
        if (head.isEmpty() || facts.part(message.conversation(), by).isEmpty()) {
            return new Refuse(Refusal.NOT_FOUND);
        }
        if (!Sight.sees(facts, by, message)) {
            return new Refuse(Refusal.MESSAGE_NOT_FOUND);
        }
        return facts.standing(message)
                .map(standing -> then.apply(head.get(), standing))
                .orElseGet(() -> new Refuse(Refusal.MESSAGE_NOT_FOUND));
    }
}
