// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import io.palabre.core.ids.PersonId;
import io.palabre.core.people.People;
import io.palabre.core.presence.Wish;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// What people wish to appear as, read from the store ahead of the turn in which it is used.
/// Whether it still is what they wish is seen there: if something was stored meanwhile it is read
/// again.
final class Wishes {
    private static final int GROUPS = 256;

    private final People people;
    private final AtomicIntegerArray stored = new AtomicIntegerArray(GROUPS);

    Wishes(People people) {
        this.people = people;
    }

    /// @param after how much had been stored before it was read
    record Read(PersonId person, Wish wish, int after) {}

    Read read(PersonId person) {
        int after = stored.get(group(person));
        var wish =
                people.byId(person)
                        .map(
                                found ->
                                        new Wish(
                                                found.profile().status(),
                                                found.profile().statusText()))
                        .orElse(Wish.NONE);
        return new Read(person, wish, after);
    }

    /// A person's wish was stored.
    void stored(PersonId person) {
        stored.incrementAndGet(group(person));
    }

    /// Whether nothing was stored since.
    boolean hold(Read read) {
        return stored.get(group(read.person())) == read.after();
    }

    private static int group(PersonId person) {
        return Math.floorMod(person.hashCode(), GROUPS);
    }
}
