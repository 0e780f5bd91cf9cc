// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.reports;

import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.Ulid;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reports there are. Every method may block and may throw [io.palabre.core.log.Unavailable].
public interface Reports {

    /// Keeps a report; while one of the same person about the same thing is open, it is that one.
    Report file(PersonId by, Matter matter, Reason reason, @Nullable String text);

    /// The open or the closed ones, latest first.
    ///
    /// @param before only those filed before this one; null for the first page
    List<Report> list(boolean open, @Nullable Ulid before, int limit);

    /// Says that a report is dealt with, once; empty when there is no such report.
    Optional<Report> close(Ulid id, PersonId by);
}
