// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.presence;

import io.palabre.core.people.Status;
import org.jspecify.annotations.Nullable;

/// How a person wants to appear; kept with their profile, given to presence.
///
/// @param text a line in the person's own words
public record Wish(Status status, @Nullable String text) {

    public static final Wish NONE = new Wish(Status.AVAILABLE, null);

    boolean invisible() {
        return status == Status.INVISIBLE;
    }
}
