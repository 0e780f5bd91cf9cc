// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Conversation;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.inbox.Member;
import io.palabre.core.people.Blocks;
import io.palabre.core.people.People;
import io.palabre.core.people.Person;
import io.palabre.server.refusal.Refused;
import io.palabre.server.wire.ConversationShape;
import io.palabre.server.wire.MeShape;
import io.palabre.server.wire.Users;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Conversations as people look at them, with the names of their members.
public final class Views {
    private final Inbox inbox;
    private final People people;
    private final Blocks blocks;
    private final Users users;

    public Views(Inbox inbox, People people, Blocks blocks, Users users) {
        this.blocks = blocks;
        this.inbox = inbox;
        this.people = people;
        this.users = users;
    }

    /// A conversation and, beside it, the membership of the one who looks.
    public record View(ConversationShape conversation, MeShape me) {}

    /// Empty for those who are not in it.
    public Optional<View> find(PersonId reader, ConversationId conversation) {
        return inbox.conversation(reader, conversation)
                .map(found -> new View(all(List.of(found)).getFirst(), MeShape.of(found, blocks)));
    }

    /// As it is told to all members at once, whoever of them looks: what they want to see of each
    /// other's receipts is not asked.
    public Optional<ConversationShape> shared(PersonId reader, ConversationId conversation) {
        return inbox.conversation(reader, conversation)
                .map(
                        found -> {
                            var persons = people.byIds(ids(List.of(found)));
                            var eyes = new ConversationShape.Eyes(users::seen, _ -> true);
                            return ConversationShape.of(found, persons, eyes);
                        });
    }

    /// Refuses those who are not in it.
    public View of(PersonId reader, ConversationId conversation) {
        return find(reader, conversation).orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    /// Many at once, asking once for all the people in them.
    List<ConversationShape> all(List<Conversation> conversations) {
        var persons = people.byIds(ids(conversations));
        return conversations.stream().map(one -> shape(one, persons)).toList();
    }

    private ConversationShape shape(Conversation conversation, Map<PersonId, Person> persons) {
        var reader = conversation.me().person();
        var found = persons.get(reader);
        Predicate<PersonId> receipts = found == null ? _ -> false : users.receiptsSeenBy(found);
        var eyes = new ConversationShape.Eyes(person -> users.seenBy(reader, person), receipts);
        return ConversationShape.of(conversation, persons, eyes);
    }

    private static Set<PersonId> ids(List<Conversation> conversations) {
        return conversations.stream()
                .flatMap(one -> Stream.concat(one.members().stream(), Stream.of(one.me())))
                .map(Member::person)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// As [#all], each with the membership of the one who looks inside.
    List<ConversationShape> mine(List<Conversation> conversations) {
        var shapes = all(conversations);
        return IntStream.range(0, shapes.size())
                .mapToObj(i -> shapes.get(i).with(MeShape.of(conversations.get(i), blocks)))
                .toList();
    }
}
