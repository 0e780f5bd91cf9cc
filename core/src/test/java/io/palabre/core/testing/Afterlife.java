// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.Message.Marks;
import io.palabre.core.conversations.Message.Pin;
import io.palabre.core.conversations.Quote;
import io.palabre.core.conversations.Reaction;
import io.palabre.core.ids.PersonId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the events of a log make of its messages: each message is told its whole life again.
///
/// @param horizon the last number that counts; a deletion counts always
record Afterlife(List<Entry> log, long horizon) {

    Optional<Message> of(long seq) {
        return posted(seq).map(this::lived);
    }

    private Optional<Entry> posted(long seq) {
        return log.stream()
                .filter(entry -> entry.seq() == seq && entry.event() instanceof Durable.Posted)
                .findFirst();
    }

    private Message lived(Entry posted) {
        var message = Message.untouched(posted, quote(posted));
        for (var entry : log) {
            if (entry.event() instanceof Durable.OfMessage event
                    && event.message() == posted.seq()) {
                message = after(message, entry, event);
            }
        }
        return message;
    }

    private Message after(Message message, Entry entry, Durable.OfMessage event) {
        var marks = message.marks();
        return switch (event) {
            case Durable.Deleted _ ->
                    new Message(
                            message.posted(),
                            message.content().erased(),
                            Marks.deleted(entry.at()),
                            List.of(),
                            null);
            case Durable.Edited(_, var text, var mentions) ->
                    entry.seq() > horizon || message.deleted()
                            ? message
                            : new Message(
                                    message.posted(),
                                    message.content().reworded(text, mentions),
                                    new Marks(entry.at(), null, marks.pin()),
                                    message.reactions(),
                                    message.quote());
            case Durable.Pinned _ ->
                    pinned(message, entry.seq() > horizon ? null : new Pin(entry.at(), entry.by()));
            case Durable.Unpinned _ -> pinned(message, null);
            case Durable.Reacted(_, var emoji) ->
                    entry.seq() > horizon
                            ? message
                            : message.answered(with(message.reactions(), emoji, entry.by()));
            case Durable.Unreacted(_, var emoji) ->
                    message.answered(without(message.reactions(), emoji, entry.by()));
        };
    }

    private static Message pinned(Message message, @Nullable Pin pin) {
        var marks = new Marks(message.marks().editedAt(), message.marks().deletedAt(), pin);
        return new Message(
                message.posted(), message.content(), marks, message.reactions(), message.quote());
    }

    private static List<Reaction> with(List<Reaction> before, String emoji, PersonId by) {
        var pairs = pairs(before);
        pairs.add(new Reaction(emoji, List.of(by)));
        return gathered(pairs);
    }

    private static List<Reaction> without(List<Reaction> before, String emoji, PersonId by) {
        var pairs = pairs(before);
        pairs.remove(new Reaction(emoji, List.of(by)));
        return gathered(pairs);
    }

    private static List<Reaction> pairs(List<Reaction> reactions) {
        return reactions.stream()
                .flatMap(r -> r.people().stream().map(p -> new Reaction(r.emoji(), List.of(p))))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Reaction> gathered(List<Reaction> pairs) {
        var people = new LinkedHashMap<String, List<PersonId>>();
        pairs.forEach(
                pair ->
                        people.computeIfAbsent(pair.emoji(), _ -> new ArrayList<>())
                                .addAll(pair.people()));
        return people.entrySet().stream()
                .map(each -> new Reaction(each.getKey(), each.getValue()))
                .toList();
    }

    private @Nullable Quote quote(Entry posted) {
        var replyTo = Message.untouched(posted, null).content().replyTo();
        return replyTo == null ? null : of(replyTo).map(Message::quoted).orElse(null);
    }
}
