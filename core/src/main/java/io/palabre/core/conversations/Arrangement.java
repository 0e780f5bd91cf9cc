// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a member has arranged a conversation for themselves; nobody else sees it.
///
/// @param mutedUntil null, or a moment that has passed, when it is not muted
/// @param markedUnread set by hand, until it is read
/// @param draft what they have begun to write; empty when nothing
/// @param clearedSeq up to which event they have deleted it for themselves, 0 for nothing
public record Arrangement(
        boolean pinned,
        @Nullable Instant mutedUntil,
        boolean archived,
        boolean markedUnread,
        String draft,
        long clearedSeq) {

    /// Nothing arranged.
    public static final Arrangement NONE = new Arrangement(false, null, false, false, "", 0);

    public boolean isMuted(Instant now) {
        return mutedUntil != null && mutedUntil.isAfter(now);
    }

    /// Whether what is unread here counts in the total as it does there.
    boolean countsLike(Arrangement other) {
        return archived == other.archived && Objects.equals(mutedUntil, other.mutedUntil);
    }

    Arrangement outOfTheArchive() {
        return new Arrangement(pinned, mutedUntil, false, markedUnread, draft, clearedSeq);
    }

    Arrangement seen() {
        return new Arrangement(pinned, mutedUntil, archived, false, draft, clearedSeq);
    }

    Arrangement withoutDraft() {
        return new Arrangement(pinned, mutedUntil, archived, markedUnread, "", clearedSeq);
    }

    /// What is left of it when all up to event number `seq` is deleted for oneself.
    public Arrangement cleared(long seq) {
        return new Arrangement(false, mutedUntil, false, false, "", seq);
    }
}
