// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;

/// Whether somebody sees a message: they were a member when it was sent, have not deleted the
/// conversation for themselves since, and have not hidden it. What one does not see one does
/// nothing with, one's own messages included.
final class Sight {

    private Sight() {}

    static boolean sees(Facts facts, PersonId person, MessageId message) {
        return facts.intervals(message.conversation(), person).contains(message.seq())
                && !facts.hidden(person, message);
    }
}
