// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.messages;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Content;
import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.Ids;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.server.refusal.Refused;
import io.palabre.server.types.MessageTypes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes commands of what people want to say.
///
/// @param types which they may use
public record Drafts(MessageTypes types, Ids ids) {

    Command.Post post(PersonId by, ConversationId conversation, Messages.Wish wish) {
        return new Command.Post(
                by, conversation, clientId(wish), content(conversation, wish), attachments(wish));
    }

    private ClientId clientId(Messages.Wish wish) {
        if (wish.clientId() == null) return new ClientId(ids.next().toString());
        return ClientId.parse(wish.clientId())
                .orElseThrow(() -> Refused.because(Refusal.BAD_CLIENT_ID));
    }

    private Content content(ConversationId conversation, Messages.Wish wish) {
        var type = Objects.requireNonNullElse(wish.type(), "text");
        var attached = !wish.attached().isEmpty();
        var data = wish.data() == null ? null : wish.data().text();
        types.check(type, data, attached);
        if (wish.content() == null && data == null && !attached) {
            throw Refused.field("content", Refusal.BAD_REQUEST, "`content` is missing.");
        }
        return new Content(
                type,
                Objects.requireNonNullElse(wish.content(), ""),
                replyTo(conversation, wish.replyTo()),
                named(wish.mentions()),
                data,
                null,
                List.of());
    }

    private static List<AttachmentId> attachments(Messages.Wish wish) {
        return wish.attached().stream().map(Drafts::attachment).toList();
    }

    private static AttachmentId attachment(String id) {
        return AttachmentId.parse(id)
                .orElseThrow(() -> Refused.because(Refusal.ATTACHMENT_NOT_FOUND));
    }

    /// Those whom a message names. What is no id names nobody.
    static List<PersonId> named(@Nullable List<String> ids) {
        return ids == null
                ? List.of()
                : ids.stream().flatMap(id -> PersonId.parse(id).stream()).toList();
    }

    private static @Nullable Long replyTo(ConversationId conversation, @Nullable String id) {
        if (id == null) return null;
        return MessageId.parse(id)
                .filter(message -> message.conversation().equals(conversation))
                .map(MessageId::seq)
                .orElseThrow(() -> Refused.because(Refusal.MESSAGE_NOT_FOUND));
    }
}
