// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.edge;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.presence.Transport;
import io.palabre.core.sessions.Session;
import java.util.List;

/// One signed-in socket, as the handlers of its events see it.
public interface Client {

    /// The session it came with.
    Session session();

    /// Names this socket among those of this process.
    String id();

    /// What carries its packets now.
    Transport transport();

    /// Sends an event to this socket alone; the shape is written as JSON.
    void emit(String event, Object shape);

    /// Sends an event to this socket alone.
    void emit(Words words);

    /// Sends events, all in one write, if they can leave right now; false when they were dropped.
    boolean offer(List<Words> events);

    /// Closes the connection; clients come back by themselves.
    void close(String reason);

    /// Whether it is told what happens in this conversation.
    boolean hears(ConversationId conversation);

    /// The conversation is on its screen: what only matters there arrives from now on.
    ///
    /// @param receipts whether receipts are among it
    void look(ConversationId conversation, boolean receipts);

    /// The conversation is not on its screen any more.
    void lookAway(ConversationId conversation);

    /// Who asks.
    default PersonId caller() {
        return session().person();
    }
}
