// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.util.List;

/// Whom a message may name: members of now. Others are left out, for who has just gone is no reason
/// to lose a message.
final class Mentions {

    /// How many names a message may have, the same one counted each time.
    static final int MOST = 50;

    private Mentions() {}

    static List<PersonId> kept(Facts facts, ConversationId where, List<PersonId> named) {
        return named.stream()
                .distinct()
                .filter(person -> facts.part(where, person).isPresent())
                .toList();
    }
}
