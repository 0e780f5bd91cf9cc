// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.log;

import io.palabre.core.conversations.Entry;
import java.util.List;

/// The next entries somebody may see.
///
/// @param entries in rising order
/// @param remaining how many more visible ones follow these
public record Slice(List<Entry> entries, long remaining) {

    public Slice {
        entries = List.copyOf(entries);
    }
}
