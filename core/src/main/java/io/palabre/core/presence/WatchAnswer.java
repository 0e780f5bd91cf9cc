// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.ids.PersonId;
import java.util.List;
import java.util.Set;

/// The answer to a connection that says whom it watches.
public sealed interface WatchAnswer {

    /// It watches, and this is what it sees now.
    ///
    /// @param refused whom it may not watch
    record Watching(List<Sighting> sightings, Set<PersonId> refused) implements WatchAnswer {}

    /// It asked for more people than one connection may watch; what it watched before holds.
    record TooMany(int most) implements WatchAnswer {}
}
