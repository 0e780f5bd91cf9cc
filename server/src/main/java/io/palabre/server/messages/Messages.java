// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.messages;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Message;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.inbox.Timeline;
import io.palabre.core.inbox.Window;
import io.palabre.core.log.Log;
import io.palabre.server.delivery.Totals;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.JsonObject;
import io.palabre.server.wire.MessageShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sending, reading and marking as read, whatever the door.
public final class Messages {
    private final Log log;
    private final Inbox inbox;
    private final Totals totals;
    private final Drafts drafts;

    public Messages(Log log, Inbox inbox, Totals totals, Drafts drafts) {
        this.totals = totals;
        this.log = log;
        this.inbox = inbox;
        this.drafts = drafts;
    }

    /// What somebody wants to say.
    public record Wish(
            @Nullable String content,
            @Nullable String clientId,
            @Nullable String type,
            @Nullable String replyTo,
            @Nullable List<String> mentions,
            @Nullable List<String> attachments,
            @Nullable JsonObject data) {

        List<String> attached() {
            return attachments == null ? List.of() : attachments;
        }
    }

    /// `Sent` in `openapi.yaml`: it is on disk.
    ///
    /// @param repeated true when it stood there already, else null
    public record Sent(MessageShape message, String durable, @Nullable Boolean repeated) {}

    /// `ReadAnswer` in `openapi.yaml`.
    public record ReadState(
            String conversationId, long readOrd, long unreadCount, long unreadTotal) {}

    Sent send(PersonId by, ConversationId conversation, Wish wish) {
        var done = Refused.unlessAccepted(log.commit(drafts.post(by, conversation, wish)));
        var entry = done.entries().getFirst();
        boolean plain = !done.repeated() && wish.replyTo() == null;
        var message = plain ? Message.untouched(entry, null) : inbox.sent(entry);
        return new Sent(MessageShape.of(message), "disk", done.repeated() ? true : null);
    }

    /// @param seq up to and including this event; null for all there is
    ReadState markRead(PersonId by, ConversationId conversation, @Nullable Long seq) {
        long upTo = seq == null ? Long.MAX_VALUE : seq;
        if (upTo < 0) {
            throw Refused.because(Refusal.BAD_REQUEST, "`seq` must be 0 or more.");
        }
        var done = Refused.unlessAccepted(log.commit(new Command.MarkRead(by, conversation, upTo)));
        var mine = done.own().stream().filter(entry -> entry.person().equals(by)).findFirst();
        long total = mine.map(totals::at).orElseGet(() -> totals.now(by));
        return readState(by, conversation, total);
    }

    Timeline page(PersonId reader, ConversationId conversation, Window window, int limit) {
        return inbox.timeline(reader, conversation, window, limit)
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    /// Both sides of where they have stopped reading.
    Window unread(PersonId reader, ConversationId conversation) {
        return inbox.conversation(reader, conversation)
                .map(found -> new Window.Around(found.me().readSeq()))
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    private ReadState readState(PersonId reader, ConversationId id, long total) {
        var conversation =
                inbox.conversation(reader, id)
                        .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
        return new ReadState(
                id.toString(), conversation.me().readOrd(), conversation.unread(), total);
    }
}
