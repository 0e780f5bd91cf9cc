// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.people;

import io.palabre.core.ids.PersonId;
import java.util.Optional;

/// What proves a person's password: an opaque text made by whoever checks it.
public interface Passwords {

    /// Empty for a person without a password, or no person at all.
    Optional<String> proof(PersonId person);

    void keep(PersonId person, String proof);
}
