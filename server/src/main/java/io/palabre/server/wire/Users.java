// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Blocks;
import io.palabre.core.people.Person;
import io.palabre.core.presence.Presence;
import java.util.function.Function;
import java.util.function.Predicate;

/// People as they are shown: who they are, and whether they are there.
public final class Users {
    private final Function<PersonId, Presence> presence;
    private final Blocks blocks;

    /// @param presence what others may see of somebody now
    public Users(Function<PersonId, Presence> presence, Blocks blocks) {
        this.presence = presence;
        this.blocks = blocks;
    }

    /// As others may see them.
    public UserShape seen(Person person) {
        return UserShape.seen(person, presence.apply(person.id()));
    }

    /// As one may see another: nothing of whether they are there when one has blocked the other.
    public UserShape seenBy(PersonId viewer, Person person) {
        return blocks.between(viewer, person.id()) ? UserShape.name(person) : seen(person);
    }

    /// Of whom one sees how far they have read: of nobody when one sends no receipts oneself, and
    /// not of those with whom one has nothing to do.
    public Predicate<PersonId> receiptsSeenBy(Person viewer) {
        return viewer.profile().readReceipts()
                ? other -> !blocks.between(viewer.id(), other)
                : _ -> false;
    }

    /// As they see themselves: the status they chose, the rest as it is for others.
    public UserShape own(Person person) {
        return UserShape.own(person, presence.apply(person.id()));
    }
}
