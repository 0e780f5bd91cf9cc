// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Conversation;
import io.palabre.core.inbox.Inbox;
import io.palabre.server.edge.Client;
import io.palabre.server.edge.Event;
import io.palabre.server.edge.Said;
import io.palabre.server.refusal.Refused;
import java.util.List;

/// What is on screen: a socket looks at a conversation and away again.
public final class ConversationEvents {
    private final Inbox inbox;

    public ConversationEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    public List<Event> events() {
        return List.of(
                new Event("join_conversation", this::join),
                new Event("leave_conversation", this::leave));
    }

    record Joined(String conversationId, long seq, List<Cursor> cursors) {}

    record Cursor(String userId, long readOrd) {}

    private Object join(Client client, Said said) {
        var id = said.conversation();
        find(client.caller(), id);
        var conversation = look(client, id);
        var cursors =
                conversation.members().stream()
                        .map(m -> new Cursor(m.person().toString(), m.readOrd()))
                        .toList();
        return new Joined(id.toString(), conversation.head().seq(), cursors);
    }

    /// Looks first and reads then: a mark that moves in between is told twice rather than never,
    /// and who is removed in between looks away again.
    private Conversation look(Client client, ConversationId id) {
        client.look(id);
        try {
            return find(client.caller(), id);
        } catch (RuntimeException notSeen) {
            client.lookAway(id);
            throw notSeen;
        }
    }

    private Object leave(Client client, Said said) {
        client.lookAway(said.conversation());
        return new Event.Done();
    }

    private Conversation find(PersonId reader, ConversationId id) {
        return inbox.conversation(reader, id).orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }
}
