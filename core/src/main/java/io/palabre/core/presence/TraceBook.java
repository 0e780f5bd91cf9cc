// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import java.util.Collection;

/// Keeps, for each person, the latest that is known of them: [io.palabre.core.people.Person] has it
/// then.
@FunctionalInterface
public interface TraceBook {

    /// Keeps the later of what is kept and these, for each of the two times; those of nobody are
    /// dropped.
    void keep(Collection<Trace> traces);
}
