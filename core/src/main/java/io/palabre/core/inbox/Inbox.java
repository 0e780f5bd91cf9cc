// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.inbox;

import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Interval;
import io.palabre.core.conversations.Message;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Conversations as their members see them. Every method may block and may throw
/// [io.palabre.core.log.Unavailable].
public interface Inbox {

    /// The conversations a person is in, latest activity first, save those they have deleted for
    /// themselves and in which nothing was said since. All that are pinned come on the first page,
    /// beyond `limit`, and on no other. What it costs depends on `limit`, on how many large groups
    /// the person is in, and, for a search, on how many conversations.
    ///
    /// @param from where the page begins, from the page before; null for the first
    ConversationPage conversations(
            PersonId reader, Selection selection, @Nullable Activity from, int limit);

    /// The list without further wishes.
    default ConversationPage conversations(PersonId reader, @Nullable Activity from, int limit) {
        return conversations(reader, Selection.LIST, from, limit);
    }

    /// One conversation; empty for those who are not in it, as for one that does not exist.
    Optional<Conversation> conversation(PersonId reader, ConversationId conversation);

    /// The private conversation of two people, if they have one.
    Optional<ConversationId> privateBetween(PersonId one, PersonId other);

    /// Lines from the times the reader was a member; empty for one who never was.
    Optional<Timeline> timeline(
            PersonId reader, ConversationId conversation, Window window, int limit);

    /// Messages of any conversations as a reader finds them now. What they may not see, what they
    /// have hidden and what is no message is left out.
    Map<MessageId, Message> messages(PersonId reader, Set<MessageId> ids);

    /// The pinned messages, the latest pinned first; empty for those who are not in it.
    Optional<List<Message>> pins(PersonId reader, ConversationId conversation);

    /// One message as a reader finds it now.
    default Optional<Message> message(PersonId reader, MessageId id) {
        return Optional.ofNullable(messages(reader, Set.of(id)).get(id));
    }

    /// A message that was sent, as its sender finds it now; when they do not see it any more, as it
    /// was when they sent it.
    default Message sent(Entry posted) {
        return message(posted.by(), posted.id())
                .or(() -> message(posted.id(), posted.seq()).map(then -> then.quoting(null)))
                .orElseGet(() -> Message.untouched(posted, null));
    }

    /// A message as it is now, for nobody in particular; empty when there is none.
    default Optional<Message> message(MessageId message) {
        return message(message, Interval.OPEN);
    }

    /// A message as it was at event number `horizon`, for nobody in particular; what was deleted
    /// since is gone all the same.
    Optional<Message> message(MessageId message, long horizon);

    /// Who of those that hear event number `seq` does not see this message: they came after it,
    /// have deleted the conversation for themselves since, or have hidden it. Those who came after
    /// `seq` may be among them; nobody who sees it is.
    Set<PersonId> blindTo(MessageId message, long seq);

    /// Who of those that hear event number `seq` is not a member any more.
    Set<PersonId> goneSince(ConversationId conversation, long seq);

    /// The members by id, those behind `after`; empty for those who are not in it.
    Optional<List<Member>> members(
            PersonId reader, ConversationId conversation, @Nullable PersonId after, int limit);

    /// Somebody who is in the conversation now; empty when nobody is.
    Optional<PersonId> anyMember(ConversationId conversation);

    /// How many messages a person has not read, in all conversations that are neither muted nor
    /// archived.
    long unreadTotal(PersonId person);

    /// The mutes that were over by themselves after `from` and not after `to`, in that order.
    List<MuteEnd> mutesEnded(Instant from, Instant to);

    /// When the first mute after this moment is over by itself; empty when none is.
    Optional<Instant> nextMuteEnd(Instant after);
}
