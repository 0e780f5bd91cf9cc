// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.delivery;

import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Personal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Conversation;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.inbox.MuteEnd;
import io.palabre.core.people.Blocks;
import io.palabre.server.conversations.Views;
import io.palabre.server.wire.ConversationShape;
import io.palabre.server.wire.MeShape;
import io.palabre.server.wire.MessageShape;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says what was committed as an event of `docs/events.md`. What has just happened [Live] says for
/// all at once, what somebody missed is said here through their eyes; the words are the same.
public final class Wording {
    private final Views views;
    private final Inbox inbox;
    private final Blocks blocks;
    private final Totals totals;

    public Wording(Views views, Inbox inbox, Blocks blocks, Totals totals) {
        this.totals = totals;
        this.views = views;
        this.inbox = inbox;
        this.blocks = blocks;
    }

    /// An event with its name.
    public record Worded(String event, Object data) {}

    record NewMessage(String conversationId, long seq, MessageShape message) {}

    /// @param userId whose doing it is
    /// @param message null, as is `userId`, for those who do not see it
    record MessageUpdated(
            String conversationId,
            long seq,
            @Nullable String userId,
            @Nullable MessageShape message) {}

    record MessageDeleted(
            String conversationId, long seq, String messageId, MessageShape message) {}

    record MessageHidden(String conversationId, String messageId, long ownSeq) {}

    record ConversationUpdated(
            String conversationId,
            long seq,
            @Nullable ConversationShape conversation,
            MessageShape message) {}

    record NewConversation(
            String conversationId, long ownSeq, ConversationShape conversation, MeShape me) {}

    record ConversationRemoved(String conversationId, long ownSeq) {}

    record ConversationMe(String conversationId, long ownSeq, MeShape me) {}

    /// `UnreadTotal` in `openapi.yaml`.
    record UnreadTotal(long total, String conversationId, @Nullable Long unreadCount) {}

    record BlocksChanged(long ownSeq, List<String> userIds) {}

    record MessagesRead(
            String conversationId, String userId, long ord, long seq, Instant at, long ownSeq) {}

    /// Entries of one conversation as one who missed them hears them: of messages as they are now.
    ///
    /// @param alike whether all hear the same who see these numbers and have hidden nothing
    public record Heard(ConversationId conversation, List<Worded> events, boolean alike) {}

    /// What somebody missed of some conversations.
    public List<Heard> of(Map<ConversationId, List<Entry>> missed, PersonId reader) {
        var about =
                missed.values().stream()
                        .flatMap(entries -> entries.stream().flatMap(e -> about(e).stream()))
                        .collect(Collectors.toSet());
        var messages =
                about.isEmpty() ? Map.<MessageId, Message>of() : inbox.messages(reader, about);
        return missed.entrySet().stream()
                .map(
                        each ->
                                new Heard(
                                        each.getKey(),
                                        of(each.getValue(), messages, reader),
                                        areAlike(each.getValue(), messages)))
                .toList();
    }

    /// Others may see what these messages quote or not, and are named among those who reacted.
    private static boolean areAlike(List<Entry> entries, Map<MessageId, Message> messages) {
        return entries.stream()
                .allMatch(
                        entry ->
                                entry.event() instanceof Durable.Posted
                                        && isAlike(messages.get(entry.id())));
    }

    private static boolean isAlike(@Nullable Message message) {
        return message != null
                && message.content().replyTo() == null
                && message.reactions().isEmpty();
    }

    private List<Worded> of(
            List<Entry> entries, Map<MessageId, Message> messages, PersonId reader) {
        return entries.stream()
                .map(
                        entry ->
                                about(entry)
                                        .map(message -> of(entry, messages.get(message)))
                                        .orElseGet(() -> updated(entry, reader)))
                .toList();
    }

    /// The message that an entry is or changes.
    private static Optional<MessageId> about(Entry entry) {
        return switch (entry.event()) {
            case Durable.Posted _ -> Optional.of(entry.id());
            case Durable.OfMessage event ->
                    Optional.of(new MessageId(entry.conversation(), event.message()));
            case Durable.Created _,
                    Durable.MembersAdded _,
                    Durable.MemberRemoved _,
                    Durable.MemberLeft _,
                    Durable.Renamed _,
                    Durable.PictureChanged _,
                    Durable.RoleChanged _ ->
                    Optional.empty();
        };
    }

    /// @param message which it is about; null for those who do not see it
    static Worded of(Entry entry, @Nullable Message message) {
        var id = entry.conversation().toString();
        var shape = message == null ? null : MessageShape.of(message);
        if (shape == null) {
            return new Worded("message_updated", new MessageUpdated(id, entry.seq(), null, null));
        }
        return switch (entry.event()) {
            case Durable.Posted _ ->
                    new Worded("new_message", new NewMessage(id, entry.seq(), shape));
            case Durable.Deleted _ ->
                    new Worded(
                            "message_deleted",
                            new MessageDeleted(id, entry.seq(), shape.id(), shape));
            default ->
                    new Worded(
                            "message_updated",
                            new MessageUpdated(id, entry.seq(), entry.by().toString(), shape));
        };
    }

    /// An entry that is about no message.
    ///
    /// @param reader a member, through whose eyes the conversation as it is now is read; null says
    ///   nothing of how it is
    Worded updated(Entry entry, @Nullable PersonId reader) {
        var now = reader == null ? null : now(entry.conversation(), reader);
        return new Worded(
                "conversation_updated",
                new ConversationUpdated(
                        entry.conversation().toString(),
                        entry.seq(),
                        now,
                        MessageShape.happened(entry)));
    }

    /// An entry of a person's own log; empty when it says something that is over since: they were
    /// added and are not there any more, which a later entry says.
    public Optional<Worded> of(OwnEntry own) {
        return switch (own.event()) {
            case Personal.AddedTo(var conversation, _) -> added(own, conversation);
            case Personal.RemovedFrom(var conversation, _) ->
                    Optional.of(
                            new Worded(
                                    "conversation_removed",
                                    new ConversationRemoved(conversation.toString(), own.seq())));
            case Personal.OwnRead read -> Optional.of(read(own, read));
            case Personal.Arranged(var conversation, _, _) -> arranged(own, conversation);
            case Personal.Cleared(var conversation, _, _) -> arranged(own, conversation);
            case Personal.Blocked _, Personal.Unblocked _ -> Optional.of(blocks(own));
            case Personal.Hidden(var conversation, var seq) ->
                    Optional.of(
                            new Worded(
                                    "message_hidden",
                                    new MessageHidden(
                                            conversation.toString(),
                                            new MessageId(conversation, seq).toString(),
                                            own.seq())));
        };
    }

    /// What one has to read now, when this entry of one's own log moves that.
    Optional<Worded> unreadTotal(OwnEntry own) {
        return switch (own.event()) {
            case Personal.OwnRead(var where, _, _) -> Optional.of(unread(own, where));
            case Personal.Arranged(var where, _, var movesTotal) ->
                    movesTotal ? Optional.of(unread(own, where)) : Optional.empty();
            case Personal.Cleared(var where, _, _) -> Optional.of(unread(own, where));
            case Personal.AddedTo _,
                    Personal.RemovedFrom _,
                    Personal.Blocked _,
                    Personal.Unblocked _,
                    Personal.Hidden _ ->
                    Optional.empty();
        };
    }

    private Worded unread(OwnEntry own, ConversationId conversation) {
        return unread(own.person(), conversation, totals.at(own));
    }

    /// What one has to read now, when a mute is over.
    Worded unread(MuteEnd end) {
        return unread(end.person(), end.conversation(), totals.now(end.person()));
    }

    private Worded unread(PersonId person, ConversationId conversation, long total) {
        var count = inbox.conversation(person, conversation).map(Conversation::unread);
        return new Worded(
                "unread_total",
                new UnreadTotal(total, conversation.toString(), count.orElse(null)));
    }

    private Optional<Worded> added(OwnEntry own, ConversationId conversation) {
        return views.find(own.person(), conversation)
                .map(
                        view ->
                                new Worded(
                                        "new_conversation",
                                        new NewConversation(
                                                conversation.toString(),
                                                own.seq(),
                                                view.conversation(),
                                                view.me())));
    }

    /// How it is arranged now.
    private Optional<Worded> arranged(OwnEntry own, ConversationId conversation) {
        return views.find(own.person(), conversation)
                .map(
                        view ->
                                new Worded(
                                        "conversation_me",
                                        new ConversationMe(
                                                conversation.toString(), own.seq(), view.me())));
    }

    /// All who are kept away now.
    private Worded blocks(OwnEntry own) {
        var ids = blocks.by(own.person()).stream().sorted().map(PersonId::toString).toList();
        return new Worded("blocks_changed", new BlocksChanged(own.seq(), ids));
    }

    private static Worded read(OwnEntry own, Personal.OwnRead read) {
        return new Worded(
                "messages_read",
                new MessagesRead(
                        read.conversation().toString(),
                        own.person().toString(),
                        read.ord(),
                        read.seq(),
                        own.at(),
                        own.seq()));
    }

    private @Nullable ConversationShape now(ConversationId conversation, PersonId reader) {
        return views.shared(reader, conversation)
                .map(ConversationShape::withoutLastMessage)
                .orElse(null);
    }
}
