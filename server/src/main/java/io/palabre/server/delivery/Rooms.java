// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.delivery;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import java.util.Set;
import java.util.function.Supplier;

/// The sockets of this process, as delivery addresses them. No method blocks; JSON given once is
/// shared by all who get it.
public interface Rooms {

    /// To all sockets of all members, save those of some.
    void toOthers(ConversationId conversation, Set<PersonId> except, String event, String json);

    /// To all sockets of all members but these, if they can take it now.
    void toOthersSpare(
            ConversationId conversation, Set<PersonId> except, String event, String json);

    /// To all sockets of those of these people who hear a conversation just now.
    void toHearers(ConversationId conversation, Set<PersonId> people, String event, String json);

    /// To all sockets of a person.
    void toPerson(PersonId person, String event, String json);

    /// A receipt, to those who have the conversation on screen, want receipts and can take it now,
    /// save the sockets of these people.
    void toLookers(ConversationId conversation, Set<PersonId> except, String event, String json);

    /// The same to one person who has it on screen.
    void toLooker(
            ConversationId conversation, PersonId person, String event, Supplier<String> json);

    /// Whether the sockets of a person are told receipts from now on.
    void wantReceipts(PersonId person, boolean want);

    /// All sockets of this person hear the conversation from now on.
    void follow(PersonId person, ConversationId conversation);

    /// Ends all sockets that hear a conversation; they may come back at once, and ask for what they
    /// missed.
    void endHearers(ConversationId conversation);

    /// The same with all sockets of a person.
    void end(PersonId person);

    /// No socket of this person hears the conversation, or looks at it, from now on.
    void unfollow(PersonId person, ConversationId conversation);
}
