// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.core.conversations.ConversationType;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Conversation;
import io.palabre.core.inbox.Member;
import io.palabre.core.people.Blocks;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `Me` in `openapi.yaml`: the membership of the one who looks, and how they have arranged it.
///
/// @param draft left out when there is none
/// @param clearedSeq left out when nothing was deleted
/// @param blocked who keeps whom away, where there are two
public record MeShape(
        String role,
        long readOrd,
        long unreadCount,
        long mentionCount,
        boolean pinned,
        @Nullable Instant mutedUntil,
        boolean archived,
        boolean markedUnread,
        @Nullable String draft,
        @Nullable Long clearedSeq,
        @Nullable String blocked,
        Instant joinedAt) {

    public static MeShape of(Conversation conversation, Blocks blocks) {
        var me = conversation.me();
        var arrangement = conversation.arrangement();
        return new MeShape(
                me.role().name().toLowerCase(Locale.ROOT),
                me.readOrd(),
                conversation.unread(),
                conversation.mentions(),
                arrangement.pinned(),
                arrangement.mutedUntil(),
                arrangement.archived(),
                arrangement.markedUnread(),
                arrangement.draft().isEmpty() ? null : arrangement.draft(),
                arrangement.clearedSeq() == 0 ? null : arrangement.clearedSeq(),
                blocked(conversation, blocks),
                me.joinedAt());
    }

    private static @Nullable String blocked(Conversation conversation, Blocks blocks) {
        if (conversation.head().type() == ConversationType.GROUP) return null;
        var me = conversation.me().person();
        return other(conversation, me)
                .filter(other -> blocks.between(me, other))
                .map(other -> blocks.by(me).contains(other) ? "by_me" : "by_them")
                .orElse(null);
    }

    private static Optional<PersonId> other(Conversation conversation, PersonId me) {
        return conversation.members().stream()
                .map(Member::person)
                .filter(person -> !person.equals(me))
                .findFirst();
    }
}
