// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.typing;

import io.palabre.core.Refusal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.inbox.Inbox;
import io.palabre.server.edge.Client;
import io.palabre.server.edge.Event;
import io.palabre.server.edge.Said;
import io.palabre.server.refusal.Refused;
import java.util.List;

/// A socket says that its person writes: three spellings of the same.
public final class TypingEvents {
    private final Typists typists;
    private final Inbox inbox;

    public TypingEvents(Typists typists, Inbox inbox) {
        this.typists = typists;
        this.inbox = inbox;
    }

    public List<Event> events() {
        return List.of(
                new Event("typing_start", (client, said) -> say(client, said.conversation(), true)),
                new Event("typing_stop", (client, said) -> say(client, said.conversation(), false)),
                new Event("typing", this::say));
    }

    record IsTyping(String conversationId, boolean isTyping) {}

    private Object say(Client client, Said said) {
        var says = said.read(IsTyping.class);
        return say(client, Said.conversation(says.conversationId()), says.isTyping());
    }

    private Object say(Client client, ConversationId conversation, boolean writes) {
        if (!writes) {
            typists.stops(client, conversation);
        } else if (isMember(client, conversation)) {
            typists.starts(client, conversation);
        } else {
            throw Refused.because(Refusal.NOT_FOUND);
        }
        return new Event.Done();
    }

    /// Who was added just now may not hear the conversation yet: then the store knows.
    private boolean isMember(Client client, ConversationId conversation) {
        return client.hears(conversation)
                || inbox.members(client.caller(), conversation, null, 1).isPresent();
    }
}
