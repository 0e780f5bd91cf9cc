// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.reports;

import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.Ulid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that somebody has reported.
///
/// @param text in the reporter's own words
/// @param closed null while it is open
public record Report(
        Ulid id,
        PersonId by,
        Matter matter,
        Reason reason,
        @Nullable String text,
        Instant at,
        @Nullable Closed closed) {

    /// That a moderator has dealt with it.
    public record Closed(PersonId by, Instant at) {}
}
