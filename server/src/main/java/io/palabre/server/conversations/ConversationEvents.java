// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Conversation;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.inbox.Member;
import io.palabre.core.people.People;
import io.palabre.server.edge.Client;
import io.palabre.server.edge.Event;
import io.palabre.server.edge.Said;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.Users;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What is on screen: a socket looks at a conversation and away again.
public final class ConversationEvents {
    private final Inbox inbox;
    private final People people;
    private final Users users;
    private final Screens screens;

    public ConversationEvents(Inbox inbox, People people, Users users, Screens screens) {
        this.users = users;
        this.inbox = inbox;
        this.people = people;
        this.screens = screens;
    }

    public List<Event> events() {
        return List.of(
                new Event("join_conversation", this::join),
                new Event("leave_conversation", this::leave));
    }

    record Joined(String conversationId, long seq, List<Cursor> cursors) {}

    record Cursor(String userId, long readOrd, long deliveredOrd) {
        static Cursor of(Member member, boolean shown) {
            return new Cursor(
                    member.person().toString(),
                    shown ? member.readOrd() : 0,
                    shown ? member.deliveredOrd() : 0);
        }
    }

    private Object join(Client client, Said said) {
        var id = said.conversation();
        find(client.caller(), id);
        var caller = people.byId(client.caller());
        boolean receipts = caller.map(found -> found.profile().readReceipts()).orElse(false);
        var conversation = look(client, id, receipts);
        screens.look(client, id, people(conversation));
        var shown = caller.map(users::receiptsSeenBy).orElse(_ -> false);
        return new Joined(
                id.toString(),
                conversation.head().seq(),
                conversation.members().stream()
                        .map(member -> Cursor.of(member, shown.test(member.person())))
                        .toList());
    }

    /// Looks first and reads then: a mark that moves in between is told twice rather than never,
    /// and who is removed in between looks away again.
    private Conversation look(Client client, ConversationId id, boolean receipts) {
        client.look(id, receipts);
        try {
            return find(client.caller(), id);
        } catch (RuntimeException notSeen) {
            client.lookAway(id);
            throw notSeen;
        }
    }

    private Object leave(Client client, Said said) {
        var conversation = said.conversation();
        client.lookAway(conversation);
        screens.lookAway(client, conversation);
        return new Event.Done();
    }

    private static Set<PersonId> people(Conversation conversation) {
        return conversation.members().stream()
                .map(Member::person)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Conversation find(PersonId reader, ConversationId id) {
        return inbox.conversation(reader, id).orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }
}
