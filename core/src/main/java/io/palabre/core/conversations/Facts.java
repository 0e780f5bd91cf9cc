// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.attachments.Attachment;
import io.palabre.core.catalogue.Product;
import io.palabre.core.ids.AttachmentId;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.ids.ProductId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is so at the moment of a decision. Nobody else writes until the decision is carried out.
public interface Facts {

    /// Whether this person exists.
    boolean exists(PersonId person);

    Optional<ConversationId> privateBetween(PersonId one, PersonId other);

    Optional<Product> product(ProductId product);

    /// The conversation that a buyer has with a seller about a product.
    Optional<ConversationId> about(PersonId buyer, About about);

    Optional<Head> head(ConversationId conversation);

    /// The part a person has in a conversation now.
    Optional<Part> part(ConversationId conversation, PersonId person);

    /// What a person may see of a conversation.
    Intervals intervals(ConversationId conversation, PersonId person);

    /// Who owns a group when this one leaves it: of the administrators, or else of the members, the
    /// one who came first.
    Optional<PersonId> heirOf(ConversationId conversation, PersonId person);

    /// The group that this person once started under this client id.
    Optional<Started> started(PersonId by, ClientId clientId);

    /// How many messages the log holds up to and including event number `seq`.
    long ordAt(ConversationId conversation, long seq);

    /// Whether event number `seq` is a message.
    boolean isMessage(ConversationId conversation, long seq);

    /// How a message stands; empty when that is no message.
    Optional<Standing> standing(MessageId message);

    /// The different emojis that a message was answered with.
    Set<String> emojis(MessageId message);

    /// Whether this person has answered a message with this emoji.
    boolean reacted(MessageId message, PersonId person, String emoji);

    /// How many messages are pinned in a conversation.
    int pins(ConversationId conversation);

    /// Whether this person has hidden a message from themselves.
    boolean hidden(PersonId person, MessageId message);

    /// Whether this person keeps order on the whole server.
    boolean moderates(PersonId person);

    /// The message this sender once sent under this client id.
    Optional<Earlier> earlier(ConversationId conversation, PersonId sender, ClientId clientId);

    /// What this person has uploaded under this name and may send.
    Optional<Attachment> attachable(PersonId uploader, AttachmentId attachment);

    /// The part of a member: what they may do, how far they have read, how they have arranged it.
    record Part(Role role, long readOrd, Arrangement arrangement) {}

    /// Who has this conversation in their archive, and how they have arranged it.
    Map<PersonId, Arrangement> archivedBy(ConversationId conversation);

    /// How many conversations a person has pinned.
    int pinnedBy(PersonId person);

    /// Whether the first has blocked the second.
    boolean hasBlocked(PersonId by, PersonId person);

    /// How many a person has blocked.
    int blockedBy(PersonId person);

    /// The other one, of a conversation that two people have.
    Optional<PersonId> otherIn(ConversationId conversation, PersonId person);

    /// A group of earlier, and how it began.
    record Started(ConversationId conversation, Durable.Created created) {}

    /// A message of earlier, and the fingerprint of what was asked then; null when it is deleted
    /// since and nothing of it is known.
    record Earlier(Entry entry, @Nullable Fingerprint fingerprint) {}
}
