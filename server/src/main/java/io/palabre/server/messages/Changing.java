// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.messages;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Message;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.log.Log;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.MessageShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes of a message after it was sent, whatever the door.
public final class Changing {
    private final Log log;
    private final Inbox inbox;

    public Changing(Log log, Inbox inbox) {
        this.log = log;
        this.inbox = inbox;
    }

    /// For whom a message goes.
    enum For {
        ALL,
        ME
    }

    /// `Changed` in `openapi.yaml`: the message as it is now.
    ///
    /// @param message null when the one who asked does not see it any more
    public record Changed(@Nullable MessageShape message) {}

    /// One who may not see it learns nothing, not even that there is one.
    Changed find(PersonId reader, MessageId id) {
        return inbox.message(reader, id)
                .map(found -> new Changed(MessageShape.of(found)))
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    Changed edit(PersonId by, MessageId id, String content, List<PersonId> named) {
        return done(new Command.Edit(by, id, content, named), id);
    }

    Changed delete(PersonId by, MessageId id, For whom) {
        return switch (whom) {
            case ALL -> done(new Command.Delete(by, id), id);
            case ME -> {
                Refused.unlessAccepted(log.commit(new Command.Hide(by, id)));
                yield new Changed(null);
            }
        };
    }

    Changed react(PersonId by, MessageId id, String emoji) {
        return done(new Command.React(by, id, emoji), id);
    }

    Changed unreact(PersonId by, MessageId id, String emoji) {
        return done(new Command.Unreact(by, id, emoji), id);
    }

    Changed pin(PersonId by, MessageId id) {
        return done(new Command.Pin(by, id), id);
    }

    Changed unpin(PersonId by, MessageId id) {
        return done(new Command.Unpin(by, id), id);
    }

    /// `Messages` in `openapi.yaml`.
    record Some(List<MessageShape> messages) {}

    Some pins(PersonId reader, ConversationId conversation) {
        return inbox.pins(reader, conversation)
                .map(pins -> new Some(pins.stream().map(it -> MessageShape.of(it)).toList()))
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    /// Of what a moderator takes away elsewhere, what everyone sees of it now is nothing.
    private Changed done(Command command, MessageId id) {
        Refused.unlessAccepted(log.commit(command));
        var seen =
                inbox.message(command.by(), id)
                        .or(() -> inbox.message(id).filter(Message::deleted))
                        .map(MessageShape::of);
        return new Changed(seen.orElse(null));
    }
}
