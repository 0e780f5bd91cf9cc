// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.inbox;

import io.palabre.core.conversations.Entry;
import java.util.List;

/// Some messages of a conversation, oldest first.
public record MessagePage(List<Entry> messages, boolean moreBefore, boolean moreAfter) {

    public MessagePage {
        messages = List.copyOf(messages);
    }
}
