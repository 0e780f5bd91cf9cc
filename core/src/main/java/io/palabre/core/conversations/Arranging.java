// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command.Arrange;
import io.palabre.core.conversations.Command.Clear;
import io.palabre.core.conversations.Command.Post;
import io.palabre.core.conversations.Decision.Append;
import io.palabre.core.conversations.Decision.Note;
import io.palabre.core.conversations.Decision.Refuse;
import io.palabre.core.conversations.Decision.Repeat;
import io.palabre.core.ids.PersonId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// How members arrange a conversation for themselves. All of it stands in their own log and nothing
/// of it in the conversation's.
record Arranging(Limits limits) {

    Decision decide(Facts facts, Arrange command, Instant now) {
        var part = facts.part(command.conversation(), command.by());
        if (part.isEmpty()) {
            return new Refuse(Refusal.NOT_FOUND);
        }
        var before = part.get().arrangement();
        var after = arranged(before, command.wish(), now);
        return objection(facts, command.by(), before, after)
                .<Decision>map(Refuse::new)
                .orElseGet(() -> note(command, before, after));
    }

    private static Arrangement arranged(Arrangement now, Command.Wish wish, Instant moment) {
        return new Arrangement(
                Objects.requireNonNullElse(wish.pinned(), now.pinned()),
                wish.mutedUntil() == null
                        ? now.mutedUntil()
                        : wish.mutedUntil().isAfter(moment)
                                ? wish.mutedUntil().truncatedTo(ChronoUnit.MILLIS)
                                : null,
                Objects.requireNonNullElse(wish.archived(), now.archived()),
                Objects.requireNonNullElse(wish.markedUnread(), now.markedUnread()),
                Objects.requireNonNullElse(wish.draft(), now.draft()),
                now.clearedSeq());
    }

    private Optional<Refusal> objection(
            Facts facts, PersonId by, Arrangement before, Arrangement after) {
        if (!Texts.wellFormed(after.draft())) {
            return Optional.of(Refusal.BAD_TEXT);
        }
        if (Texts.size(after.draft()) > limits.textBytes()) {
            return Optional.of(Refusal.TOO_LARGE);
        }
        var pins = after.pinned() && !before.pinned();
        return pins && facts.pinnedBy(by) >= limits.pinned()
                ? Optional.of(Refusal.TOO_MANY_PINNED)
                : Optional.empty();
    }

    private static Decision note(Arrange command, Arrangement before, Arrangement after) {
        var conversation = command.conversation();
        if (after.equals(before)) {
            return new Repeat(conversation, List.of());
        }
        var arranged = new Note(command.by(), Personal.Arranged.from(conversation, before, after));
        return new Append(conversation, List.of(), List.of(arranged));
    }

    /// What is deleted for oneself is read, and nobody is told.
    static Decision decide(Facts facts, Clear command) {
        var conversation = command.conversation();
        var head = facts.head(conversation);
        var part = facts.part(conversation, command.by());
        if (head.isEmpty() || part.isEmpty()) {
            return new Refuse(Refusal.NOT_FOUND);
        }
        var seq = head.get().seq();
        if (part.get().arrangement().clearedSeq() == seq) {
            return new Repeat(conversation, List.of());
        }
        var cleared = new Personal.Cleared(conversation, seq, head.get().ord());
        return new Append(conversation, List.of(), List.of(new Note(command.by(), cleared)));
    }

    /// A message takes the conversation out of the archive of those who have not muted it, and who
    /// sends it has seen what stands above.
    static List<Note> whenPosted(Facts facts, Post post, Facts.Part sender, Instant now) {
        var conversation = post.conversation();
        var before = new TreeMap<>(facts.archivedBy(conversation));
        before.values().removeIf(arrangement -> arrangement.isMuted(now));
        if (sender.arrangement().markedUnread()) {
            before.put(post.by(), sender.arrangement());
        }
        return before.entrySet().stream()
                .map(one -> whenPosted(post, one.getKey(), one.getValue(), now))
                .toList();
    }

    private static Note whenPosted(Post post, PersonId person, Arrangement before, Instant now) {
        var open = before.isMuted(now) ? before : before.outOfTheArchive();
        var after = person.equals(post.by()) ? open.seen() : open;
        return new Note(person, Personal.Arranged.from(post.conversation(), before, after));
    }
}
