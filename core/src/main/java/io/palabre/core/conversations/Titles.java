// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.PlainLine;
import java.util.Optional;

/// What a group may be called.
record Titles(Limits limits) {

    /// The title as it is kept, without spaces around; empty when it is none.
    Optional<String> accept(String title) {
        var kept = title.strip();
        var fits =
                !kept.isEmpty()
                        && Texts.characters(kept) <= limits.titleLength()
                        && Texts.wellFormed(kept)
                        && PlainLine.is(kept);
        return fits ? Optional.of(kept) : Optional.empty();
    }
}
