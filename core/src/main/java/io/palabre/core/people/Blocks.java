// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.people;

import io.palabre.core.ids.PersonId;
import java.util.Set;

/// Who has blocked whom. It is asked for everything that passes between two people, so it answers
/// from memory; what was committed is in it before the one who asked for it is answered.
public interface Blocks {

    /// Whether one of the two has blocked the other, whichever it was.
    boolean between(PersonId one, PersonId other);

    /// Whom this person has blocked.
    Set<PersonId> by(PersonId person);

    /// All with whom this person has nothing to do: whom they have blocked, and who has blocked
    /// them.
    Set<PersonId> around(PersonId person);
}
