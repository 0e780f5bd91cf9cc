// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.inbox;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;

/// A person's mute of a conversation that is over by itself.
public record MuteEnd(PersonId person, ConversationId conversation) {}
