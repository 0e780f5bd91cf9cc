// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.palabre.core.conversations.Content;
import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Line;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.Reaction;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `Message` in `openapi.yaml`: a line of a conversation's timeline, as it is now.
public record MessageShape(
        String id,
        String conversationId,
        long seq,
        @Nullable Long ord,
        @Nullable String clientId,
        String senderId,
        String type,
        @Nullable String content,
        @Nullable String replyTo,
        @Nullable QuoteShape quote,
        @Nullable SystemLine system,
        @Nullable List<String> mentions,
        @Nullable List<Emoji> reactions,
        @Nullable Boolean forwarded,
        @Nullable List<AttachmentShape> attachments,
        @JsonRawValue @Nullable String data,
        Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        @Nullable Instant pinnedAt,
        @Nullable String pinnedBy) {

    /// `Reaction` in `openapi.yaml`.
    ///
    /// @param count null when everybody is named
    public record Emoji(String emoji, @Nullable Integer count, List<String> userIds) {

        static @Nullable List<Emoji> of(List<Reaction> reactions) {
            return reactions.isEmpty() ? null : reactions.stream().map(Emoji::of).toList();
        }

        private static Emoji of(Reaction reaction) {
            var named = reaction.people().stream().map(PersonId::toString).toList();
            boolean all = named.size() == reaction.count();
            return new Emoji(reaction.emoji(), all ? null : (Integer) reaction.count(), named);
        }
    }

    public static MessageShape of(Line line) {
        return switch (line) {
            case Message message -> of(message);
            case Line.Happened(var entry) -> happened(entry);
        };
    }

    /// A message.
    public static MessageShape of(Message message) {
        var posted = message.posted();
        var content = message.content();
        var replyTo = content.replyTo();
        var quote = message.quote();
        var pin = message.marks().pin();
        return new MessageShape(
                posted.id().toString(),
                posted.conversation().toString(),
                posted.seq(),
                posted.ord(),
                message.said().clientId().text(),
                posted.by().toString(),
                content.type(),
                message.deleted() ? null : content.text(),
                replyTo == null ? null : new MessageId(posted.conversation(), replyTo).toString(),
                quote == null ? null : QuoteShape.of(quote),
                null,
                mentions(content),
                Emoji.of(message.reactions()),
                content.forwardedOf() == null ? null : true,
                attachments(content),
                content.data(),
                posted.at(),
                message.marks().editedAt(),
                message.marks().deletedAt(),
                pin == null ? null : pin.at(),
                pin == null ? null : pin.by().toString());
    }

    private static @Nullable List<String> mentions(Content content) {
        return content.mentions().isEmpty()
                ? null
                : content.mentions().stream().map(PersonId::toString).toList();
    }

    /// What happened beside the messages.
    ///
    /// @param entry of a kind that is a line of its own
    public static MessageShape happened(Entry entry) {
        return switch (entry.event()) {
            case Durable.Created created -> line(entry, SystemLine.of(created));
            case Durable.MembersAdded added -> line(entry, SystemLine.of(added));
            case Durable.MemberRemoved removed -> line(entry, SystemLine.of(removed));
            case Durable.MemberLeft _ -> line(entry, SystemLine.left(entry.by()));
            case Durable.Renamed renamed -> line(entry, SystemLine.of(renamed));
            case Durable.PictureChanged _ -> line(entry, SystemLine.pictureChanged());
            case Durable.RoleChanged changed -> line(entry, SystemLine.of(changed));
            case Durable.Posted _, Durable.OfMessage _ ->
                    throw new IllegalArgumentException("no line of its own: " + entry.seq());
        };
    }

    private static @Nullable List<AttachmentShape> attachments(Content content) {
        var attachments = content.attachments();
        return attachments.isEmpty()
                ? null
                : attachments.stream().map(AttachmentShape::of).toList();
    }

    private static MessageShape line(Entry entry, SystemLine line) {
        return new MessageShape(
                entry.id().toString(),
                entry.conversation().toString(),
                entry.seq(),
                null,
                null,
                entry.by().toString(),
                "system",
                null,
                null,
                null,
                line,
                null,
                null,
                null,
                null,
                null,
                entry.at(),
                null,
                null,
                null,
                null);
    }
}
