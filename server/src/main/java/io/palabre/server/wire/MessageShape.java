// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.ids.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// `Message` in `openapi.yaml`: an entry of a conversation's log as a line of its timeline.
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
        @Nullable SystemLine system,
        Instant createdAt) {

    public static MessageShape of(Entry entry) {
        return switch (entry.event()) {
            case Durable.Posted posted -> posted(entry, posted);
            case Durable.Created created -> line(entry, SystemLine.of(created));
            case Durable.MembersAdded added -> line(entry, SystemLine.of(added));
            case Durable.MemberRemoved removed -> line(entry, SystemLine.of(removed));
            case Durable.MemberLeft _ -> line(entry, SystemLine.left(entry.by()));
            case Durable.Renamed renamed -> line(entry, SystemLine.of(renamed));
            case Durable.PictureChanged _ -> line(entry, SystemLine.pictureChanged());
            case Durable.RoleChanged changed -> line(entry, SystemLine.of(changed));
        };
    }

    private static MessageShape posted(Entry entry, Durable.Posted posted) {
        var content = posted.content();
        var replyTo = content.replyTo();
        return new MessageShape(
                entry.id().toString(),
                entry.conversation().toString(),
                entry.seq(),
                entry.ord(),
                posted.clientId().text(),
                entry.by().toString(),
                content.type(),
                content.text(),
                replyTo == null ? null : new MessageId(entry.conversation(), replyTo).toString(),
                null,
                entry.at());
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
                line,
                entry.at());
    }
}
