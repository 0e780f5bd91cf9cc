// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.receipts;

import io.palabre.core.conversations.Fleeting;
import io.palabre.core.ids.ConversationId;

/// A cursor of a member has moved.
public record Moved(ConversationId conversation, Fleeting cursor) {}
