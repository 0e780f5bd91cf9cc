// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.ProductId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened in a conversation: stored, numbered, and the same for everyone who sees it.
public sealed interface Durable {

    /// The conversation began, with these members, who begins it among them.
    ///
    /// @param clientId under which its starter asked for it, if under one
    /// @param product what it is about, if it is; the last of its members sells it
    record Created(
            ConversationType type,
            @Nullable String title,
            List<PersonId> members,
            @Nullable ClientId clientId,
            @Nullable ProductId product)
            implements Durable {
        public Created {
            members = List.copyOf(members);
        }

        public Created(ConversationType type, @Nullable String title, List<PersonId> members) {
            this(type, title, members, null, null);
        }
    }

    /// Somebody sent a message. It is the only event that also takes the next `ord`.
    record Posted(ClientId clientId, Content content) implements Durable {}

    /// These people came in; they see this event and what follows.
    record MembersAdded(List<PersonId> members) implements Durable {
        public MembersAdded {
            members = List.copyOf(members);
        }
    }

    /// Somebody was put out; this event is the last they see.
    record MemberRemoved(PersonId member) implements Durable {}

    /// Who says it left; this event is the last they see.
    ///
    /// @param newOwner who owns the group from now on, when its owner left
    record MemberLeft(@Nullable PersonId newOwner) implements Durable {}

    /// The group has another title.
    record Renamed(String title) implements Durable {}

    /// The group has another picture, or none.
    record PictureChanged(@Nullable String avatarUrl) implements Durable {}

    /// A member has another role. When it is the owner's, whoever says it was the owner and is an
    /// administrator from now on.
    record RoleChanged(PersonId member, Role role) implements Durable {}

    /// Something became of a message that was sent before. It takes a number like every event, but
    /// is no line of the timeline: it shows in the message.
    sealed interface OfMessage extends Durable {

        /// The number of that message.
        long message();
    }

    /// Its sender has changed its words.
    record Edited(long message, String text, List<PersonId> mentions) implements OfMessage {
        public Edited {
            mentions = List.copyOf(mentions);
        }
    }

    /// It was taken back: nobody sees its words any more, and the log holds them no longer.
    record Deleted(long message) implements OfMessage {}

    /// Somebody answered it with an emoji.
    record Reacted(long message, String emoji) implements OfMessage {}

    /// Somebody took an emoji of theirs back.
    record Unreacted(long message, String emoji) implements OfMessage {}

    /// It is kept in sight.
    record Pinned(long message) implements OfMessage {}

    /// It is not kept in sight any more.
    record Unpinned(long message) implements OfMessage {}
}
