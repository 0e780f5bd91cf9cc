// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.people;

import io.palabre.core.Refusal;

/// What became of the wish to change somebody's account.
public sealed interface Amendment {

    /// It was changed.
    ///
    /// @param person as they are now
    record Amended(Person person) implements Amendment {}

    /// There is no such person, or nobody would administer the server any more.
    record Refused(Refusal refusal) implements Amendment {}
}
