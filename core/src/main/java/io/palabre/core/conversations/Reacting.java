// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command.React;
import io.palabre.core.conversations.Command.Unreact;
import io.palabre.core.conversations.Decision.Append;
import io.palabre.core.conversations.Decision.Refuse;
import io.palabre.core.conversations.Decision.Repeat;
import io.palabre.core.conversations.Durable.Reacted;
import io.palabre.core.conversations.Durable.Unreacted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How messages are answered with emojis. Each person has each emoji once on a message or not at
/// all, however often they press.
final class Reacting {

    private static final int MOST_EMOJIS = 20;

    private Reacting() {}

    static Decision decide(Facts facts, React command, Instant now) {
        var emoji = Emoji.accept(command.emoji());
        if (emoji.isEmpty()) {
            return new Refuse(Refusal.BAD_EMOJI);
        }
        return Audible.toSpeaker(
                facts,
                command.message(),
                command.by(),
                (head, it) -> add(facts, head, it, command, emoji.get(), now));
    }

    private static Decision add(
            Facts facts, Head head, Standing it, React command, String emoji, Instant now) {
        var message = command.message();
        if (facts.reacted(message, command.by(), emoji)) {
            return new Repeat(head.conversation(), List.of());
        }
        return objection(facts, it, emoji)
                .<Decision>map(Refuse::new)
                .orElseGet(
                        () ->
                                append(
                                        head.followedBy(
                                                command.by(),
                                                new Reacted(message.seq(), emoji),
                                                now)));
    }

    private static Optional<Refusal> objection(Facts facts, Standing it, String emoji) {
        if (it.deleted()) {
            return Optional.of(Refusal.MESSAGE_DELETED);
        }
        var emojis = facts.emojis(it.posted().id());
        return emojis.size() >= MOST_EMOJIS && !emojis.contains(emoji)
                ? Optional.of(Refusal.TOO_MANY_REACTIONS)
                : Optional.empty();
    }

    static Decision decide(Facts facts, Unreact command, Instant now) {
        var message = command.message();
        var emoji = Emoji.accept(command.emoji()).orElse(command.emoji());
        return Audible.toMember(
                facts,
                message,
                command.by(),
                (head, _) ->
                        facts.reacted(message, command.by(), emoji)
                                ? append(
                                        head.followedBy(
                                                command.by(),
                                                new Unreacted(message.seq(), emoji),
                                                now))
                                : new Repeat(head.conversation(), List.of()));
    }

    private static Decision append(Entry entry) {
        return new Append(entry.conversation(), List.of(entry), List.of());
    }
}
