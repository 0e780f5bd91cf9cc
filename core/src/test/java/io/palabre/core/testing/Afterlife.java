// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.Message.Marks;
import io.palabre.core.conversations.Quote;
import java.util.List;
import java.util.Optional;
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
        var seen = entry.seq() <= horizon;
        return switch (event) {
            case Durable.Edited(_, var text, var mentions) ->
                    seen && !message.deleted()
                            ? new Message(
                                    message.posted(),
                                    message.content().reworded(text, mentions),
                                    new Marks(entry.at(), null),
                                    message.quote())
                            : message;
            case Durable.Deleted _ ->
                    new Message(
                            message.posted(),
                            message.content().erased(),
                            new Marks(null, entry.at()),
                            null);
        };
    }

    private @Nullable Quote quote(Entry posted) {
        var replyTo = Message.untouched(posted, null).content().replyTo();
        return replyTo == null ? null : of(replyTo).map(Message::quoted).orElse(null);
    }
}
