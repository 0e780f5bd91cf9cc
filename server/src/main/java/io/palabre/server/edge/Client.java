// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.edge;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.sessions.Session;

/// One signed-in socket, as the handlers of its events see it.
public interface Client {

    /// The session it came with.
    Session session();

    /// Sends an event to this socket alone; the shape is written as JSON.
    void emit(String event, Object shape);

    /// The conversation is on its screen: what only matters there arrives from now on.
    void look(ConversationId conversation);

    /// The conversation is not on its screen any more.
    void lookAway(ConversationId conversation);

    /// Who asks.
    default PersonId caller() {
        return session().person();
    }
}
