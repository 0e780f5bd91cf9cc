// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.inbox;

import io.palabre.core.catalogue.Product;
import io.palabre.core.conversations.Arrangement;
import io.palabre.core.conversations.Head;
import io.palabre.core.conversations.Message;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation as one of its members sees it.
///
/// @param activeAt when the last line was added; what becomes of earlier ones does not count
/// @param members up to [#SHOWN_MEMBERS] of them
/// @param me the membership of the one who looks
/// @param arrangement how they have arranged it for themselves
/// @param product what it is about, as it is now
/// @param mentions how many messages that they have not read name them
/// @param lastMessage the last message they may see, as it is now
public record Conversation(
        Head head,
        Instant createdAt,
        Instant activeAt,
        List<Member> members,
        Member me,
        Arrangement arrangement,
        @Nullable Product product,
        long mentions,
        @Nullable Message lastMessage) {

    /// How many members come with a conversation; of a larger group one asks for more.
    public static final int SHOWN_MEMBERS = 32;

    public Conversation {
        members = List.copyOf(members);
    }

    /// Its place in the list.
    public Activity place() {
        return new Activity(activeAt, head.conversation());
    }

    /// How many messages they have not read.
    public long unread() {
        return head.ord() - me.readOrd();
    }
}
