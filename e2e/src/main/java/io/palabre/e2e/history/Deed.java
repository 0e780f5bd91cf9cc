// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be done in a conversation besides saying something.
public sealed interface Deed {

    /// It began; in a group whoever began it owns it.
    record Began(boolean group, List<String> members) implements Deed {
        public Began {
            members = List.copyOf(members);
        }
    }

    /// These came in, and see this event and what follows.
    record Joined(List<String> members) implements Deed {
        public Joined {
            members = List.copyOf(members);
        }
    }

    /// Somebody was put out; this event is the last they see.
    record Removed(String member) implements Deed {}

    /// Who does it left; this event is the last they see.
    ///
    /// @param heir who owns the group now, if its owner left
    record Left(@Nullable String heir) implements Deed {}

    /// A member has another role.
    record Appointed(String member, Rank rank) implements Deed {}

    /// A message says something else; null when those words were erased since.
    record Edited(long message, @Nullable String text) implements Deed {}

    /// A message was taken back.
    record Deleted(long message) implements Deed {}

    /// A member's rank in a group; in a conversation of two both are plain members.
    enum Rank {
        MEMBER,
        ADMIN,
        OWNER
    }
}
