// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.typing;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;

/// What the others in a conversation are to hear.
public record Told(PersonId person, ConversationId conversation, boolean isTyping) {}
