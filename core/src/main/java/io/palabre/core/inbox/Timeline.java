// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.inbox;

import io.palabre.core.conversations.Line;
import java.util.List;

/// Some lines of a conversation, oldest first: messages, and what else happened between them.
public record Timeline(List<Line> lines, boolean moreBefore, boolean moreAfter) {

    public Timeline {
        lines = List.copyOf(lines);
    }
}
