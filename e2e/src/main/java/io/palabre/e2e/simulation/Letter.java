// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.simulation;

import io.palabre.core.ids.ConversationId;
import io.palabre.e2e.history.SendKey;

/// A message on its way from a client.
final class Letter {
    final ConversationId conversation;
    final SendKey key;
    final String text;

    /// Whether it is sent again until it has a definite answer.
    final boolean kept;

    /// Whether an attempt had no answer.
    boolean doubted;

    boolean over;
    int attempt;

    Letter(ConversationId conversation, SendKey key, String text, boolean kept) {
        this.conversation = conversation;
        this.key = key;
        this.text = text;
        this.kept = kept;
    }
}
