// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.ProductId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody asks for.
public sealed interface Command {

    /// Who asks.
    PersonId by();

    /// Open the one private conversation with somebody, or find it.
    record StartPrivate(PersonId by, PersonId other) implements Command {}

    /// Open the one conversation with the seller of a product about it, or find it.
    record StartAbout(PersonId by, ProductId product, PersonId seller) implements Command {}

    /// Open a group, of which one becomes the owner.
    ///
    /// @param clientId makes it one group however often it is said; null makes each a group of its
    ///   own
    record StartGroup(PersonId by, String title, List<PersonId> others, @Nullable ClientId clientId)
            implements Command {
        public StartGroup {
            others = List.copyOf(others);
        }

        public StartGroup(PersonId by, String title, List<PersonId> others) {
            this(by, title, others, null);
        }
    }

    /// Send a message.
    ///
    /// @param attachments what it is to carry, of the sender's uploads
    record Post(
            PersonId by,
            ConversationId conversation,
            ClientId clientId,
            Content content,
            List<AttachmentId> attachments)
            implements Command {
        public Post {
            attachments = List.copyOf(attachments);
        }

        /// Send a message that carries nothing.
        public Post(PersonId by, ConversationId conversation, ClientId clientId, Content content) {
            this(by, conversation, clientId, content, List.of());
        }
    }

    /// Send what a message says into a conversation, where it says that it was forwarded.
    record Forward(PersonId by, MessageId message, ConversationId conversation, ClientId clientId)
            implements Command {}

    /// Change the words of one's own message.
    record Edit(PersonId by, MessageId message, String text, List<PersonId> mentions)
            implements Command {
        public Edit {
            mentions = List.copyOf(mentions);
        }
    }

    /// Take a message back, for everyone.
    record Delete(PersonId by, MessageId message) implements Command {}

    /// Answer a message with an emoji.
    record React(PersonId by, MessageId message, String emoji) implements Command {}

    /// Take an emoji of one's own back.
    record Unreact(PersonId by, MessageId message, String emoji) implements Command {}

    /// Keep a message in sight, for all.
    record Pin(PersonId by, MessageId message) implements Command {}

    /// Not keep it in sight any more.
    record Unpin(PersonId by, MessageId message) implements Command {}

    /// Not see a message any more, oneself alone.
    record Hide(PersonId by, MessageId message) implements Command {}

    /// Say that everything up to and including event number `seq` was read; beyond the end means
    /// all.
    record MarkRead(PersonId by, ConversationId conversation, long seq) implements Command {}

    /// Arrange a conversation for oneself.
    record Arrange(PersonId by, ConversationId conversation, Wish wish) implements Command {}

    /// How it is to be arranged; what is null stays.
    ///
    /// @param mutedUntil a moment that has passed ends it
    record Wish(
            @Nullable Boolean pinned,
            @Nullable Instant mutedUntil,
            @Nullable Boolean archived,
            @Nullable Boolean markedUnread,
            @Nullable String draft) {}

    /// Delete a conversation for oneself: it is empty, and out of the list until something is said
    /// in it.
    record Clear(PersonId by, ConversationId conversation) implements Command {}

    /// Bring people into a group.
    record AddMembers(PersonId by, ConversationId conversation, List<PersonId> people)
            implements Command {
        public AddMembers {
            people = List.copyOf(people);
        }
    }

    /// Put somebody out of a group.
    record RemoveMember(PersonId by, ConversationId conversation, PersonId person)
            implements Command {}

    /// Leave a group.
    record Leave(PersonId by, ConversationId conversation) implements Command {}

    /// Keep somebody away.
    record Block(PersonId by, PersonId person) implements Command {}

    /// Keep somebody away no longer.
    record Unblock(PersonId by, PersonId person) implements Command {}

    /// Give a group another title, another picture, or both.
    ///
    /// @param title null leaves it
    /// @param avatarUrl null leaves it; an empty one takes it away
    record Describe(
            PersonId by,
            ConversationId conversation,
            @Nullable String title,
            @Nullable String avatarUrl)
            implements Command {

        /// Give it another title.
        public static Describe titled(PersonId by, ConversationId conversation, String title) {
            return new Describe(by, conversation, title, null);
        }
    }

    /// Make a member of a group an administrator, or a plain member again; or hand the group over.
    record GiveRole(PersonId by, ConversationId conversation, PersonId person, Role role)
            implements Command {}
}
