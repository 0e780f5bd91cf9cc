// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as it is now.
///
/// @param posted the event that sent it, whose content may be out of date
/// @param content what it says now; of a deleted message nothing
/// @param reactions the emojis it was answered with, the first one first
/// @param quote of a reply, what it answers, as that is now; null when the reader does not see it
public record Message(
        Entry posted, Content content, Marks marks, List<Reaction> reactions, @Nullable Quote quote)
        implements Line {

    public Message {
        reactions = List.copyOf(reactions);
    }

    /// What has become of it.
    public record Marks(
            @Nullable Instant editedAt, @Nullable Instant deletedAt, @Nullable Pin pin) {

        /// Nothing has.
        public static final Marks NONE = new Marks(null, null, null);

        /// It was deleted, and nothing else is left.
        public static Marks deleted(Instant at) {
            return new Marks(null, at, null);
        }
    }

    /// That it is kept in sight: since when, and by whom.
    public record Pin(Instant at, PersonId by) {}

    /// A message that has just been sent, or was never touched since.
    ///
    /// @param posted an event of the kind [Durable.Posted]
    public static Message untouched(Entry posted, @Nullable Quote quote) {
        return new Message(posted, said(posted).content(), Marks.NONE, List.of(), quote);
    }

    /// The event that sent it.
    public Durable.Posted said() {
        return said(posted);
    }

    private static Durable.Posted said(Entry entry) {
        if (entry.event() instanceof Durable.Posted said) {
            return said;
        }
        throw new IllegalArgumentException("no message: number " + entry.seq());
    }

    @Override
    public long seq() {
        return posted.seq();
    }

    public boolean deleted() {
        return marks.deletedAt() != null;
    }

    /// The same, with what it answers; null says nothing of that.
    public Message quoting(@Nullable Quote answered) {
        return new Message(posted, content, marks, reactions, answered);
    }

    /// The same, with these reactions.
    public Message answered(List<Reaction> emojis) {
        return new Message(posted, content, marks, emojis, quote);
    }

    /// What replies to it show of it.
    public Quote quoted() {
        return Quote.of(this);
    }
}
