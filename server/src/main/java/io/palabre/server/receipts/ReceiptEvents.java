// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.receipts;

import io.palabre.core.Refusal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.receipts.Mark;
import io.palabre.server.edge.Client;
import io.palabre.server.edge.Event;
import io.palabre.server.edge.Said;
import io.palabre.server.refusal.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A socket says what it has got.
public final class ReceiptEvents {
    private final Marks marks;
    private final Inbox inbox;

    public ReceiptEvents(Marks marks, Inbox inbox) {
        this.marks = marks;
        this.inbox = inbox;
    }

    public List<Event> events() {
        return List.of(new Event("mark_as_delivered", this::markAsDelivered));
    }

    record MarkAsDelivered(String conversationId, @Nullable Long seq) {}

    private Object markAsDelivered(Client client, Said said) {
        var mark = said.read(MarkAsDelivered.class, id -> new MarkAsDelivered(id, null));
        var conversation = Said.conversation(mark.conversationId());
        if (!client.hears(conversation)) checkMember(inbox, client.caller(), conversation);
        marks.add(new Mark(client.caller(), conversation, upTo(mark.seq())));
        return new Event.Done();
    }

    static void checkMember(Inbox inbox, PersonId person, ConversationId conversation) {
        if (inbox.members(person, conversation, null, 1).isEmpty()) {
            throw Refused.because(Refusal.NOT_FOUND);
        }
    }

    /// @param seq null for all there is
    static long upTo(@Nullable Long seq) {
        if (seq == null) return Long.MAX_VALUE;
        if (seq < 0) throw Refused.because(Refusal.BAD_REQUEST, "`seq` must be 0 or more.");
        return seq;
    }
}
