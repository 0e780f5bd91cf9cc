// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.delivery;

import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Personal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Blocks;
import io.palabre.server.conversations.Views;
import io.palabre.server.wire.ConversationShape;
import io.palabre.server.wire.MeShape;
import io.palabre.server.wire.MessageShape;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says what was committed as an event of `docs/events.md`: live and in catching up the same.
public final class Wording {
    private final Views views;
    private final Blocks blocks;

    public Wording(Views views, Blocks blocks) {
        this.views = views;
        this.blocks = blocks;
    }

    /// An event with its name.
    public record Worded(String event, Object data) {}

    record NewMessage(String conversationId, long seq, MessageShape message) {}

    record ConversationUpdated(
            String conversationId,
            long seq,
            @Nullable ConversationShape conversation,
            MessageShape message) {}

    record NewConversation(
            String conversationId, long ownSeq, ConversationShape conversation, MeShape me) {}

    record ConversationRemoved(String conversationId, long ownSeq) {}

    record ConversationMe(String conversationId, long ownSeq, MeShape me) {}

    record BlocksChanged(long ownSeq, List<String> userIds) {}

    record MessagesRead(
            String conversationId,
            String userId,
            long ord,
            long seq,
            Instant at,
            @Nullable Long ownSeq) {}

    /// An entry of a conversation that has just happened.
    Worded of(Entry entry) {
        return of(entry, reader(entry));
    }

    /// Who can say how the conversation is now: who did it, or when they are gone, who is not.
    private @Nullable PersonId reader(Entry entry) {
        return entry.event() instanceof Durable.MemberLeft
                ? views.anyMember(entry.conversation()).orElse(null)
                : entry.by();
    }

    /// An entry of a conversation.
    ///
    /// @param reader a member, through whose eyes the conversation as it is now is read
    public Worded of(Entry entry, @Nullable PersonId reader) {
        var id = entry.conversation().toString();
        var message = MessageShape.of(entry);
        if (entry.event() instanceof Durable.Posted) {
            return new Worded("new_message", new NewMessage(id, entry.seq(), message));
        }
        var now = reader == null ? null : now(entry.conversation(), reader);
        return new Worded(
                "conversation_updated", new ConversationUpdated(id, entry.seq(), now, message));
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
            case Personal.Arranged(var conversation, _) -> arranged(own, conversation);
            case Personal.Cleared(var conversation, _, _) -> arranged(own, conversation);
            case Personal.Blocked _, Personal.Unblocked _ -> Optional.of(blocks(own));
        };
    }

    /// What is told and not kept.
    Worded of(ConversationId conversation, Fleeting event) {
        return switch (event) {
            case Fleeting.ReadMoved(var person, var ord, var seq, var at) ->
                    new Worded(
                            "messages_read",
                            new MessagesRead(
                                    conversation.toString(),
                                    person.toString(),
                                    ord,
                                    seq,
                                    at,
                                    null));
        };
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
        return views.find(reader, conversation)
                .map(view -> view.conversation().withoutLastMessage())
                .orElse(null);
    }
}
