// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.messages;

import io.palabre.server.edge.Client;
import io.palabre.server.edge.Event;
import io.palabre.server.edge.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages over the socket.
public final class MessageEvents {
    private final Messages messages;

    public MessageEvents(Messages messages) {
        this.messages = messages;
    }

    public List<Event> events() {
        return List.of(
                new Event("send_message", this::send), new Event("mark_as_read", this::markAsRead));
    }

    record MarkAsRead(String conversationId, @Nullable Long seq) {}

    private Object send(Client client, Said said) {
        var message = said.read(MessageRoutes.Send.class);
        var conversation = Said.conversation(message.conversationId());
        return messages.send(client.caller(), conversation, message.wish());
    }

    private Object markAsRead(Client client, Said said) {
        var mark = said.read(MarkAsRead.class, id -> new MarkAsRead(id, null));
        var conversation = Said.conversation(mark.conversationId());
        return messages.markRead(client.caller(), conversation, mark.seq());
    }
}
