// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of a person's conversations, latest activity first.
///
/// @param next where the next page begins; null when this is the last
public record ConversationPage(List<Conversation> conversations, @Nullable Activity next) {

    public ConversationPage {
        conversations = List.copyOf(conversations);
    }
}
