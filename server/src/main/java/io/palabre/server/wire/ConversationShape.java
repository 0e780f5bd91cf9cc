// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.wire;

import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Conversation;
import io.palabre.core.inbox.Member;
import io.palabre.core.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `Conversation` and `MyConversation` in `openapi.yaml`: the second has `me` inside.
public record ConversationShape(
        String id,
        String type,
        @Nullable String title,
        @Nullable String avatarUrl,
        @Nullable ProductShape product,
        int memberCount,
        List<MemberShape> members,
        @Nullable MessageShape lastMessage,
        long lastSeq,
        long lastOrd,
        Instant createdAt,
        Instant updatedAt,
        @Nullable MeShape me) {

    /// What the one who looks sees of the members.
    ///
    /// @param receipts of whom that is how far they have read
    public record Eyes(Function<Person, UserShape> user, Predicate<PersonId> receipts) {}

    /// As the one who looks sees it.
    public static ConversationShape of(
            Conversation conversation, Map<PersonId, Person> people, Eyes eyes) {
        var head = conversation.head();
        var last = conversation.lastMessage();
        return new ConversationShape(
                head.conversation().toString(),
                head.type().name().toLowerCase(Locale.ROOT),
                head.title(),
                head.avatarUrl(),
                product(conversation),
                head.members(),
                conversation.members().stream().flatMap(m -> member(m, people, eyes)).toList(),
                last == null ? null : MessageShape.of(last),
                head.seq(),
                head.ord(),
                conversation.createdAt(),
                conversation.activeAt(),
                null);
    }

    private static @Nullable ProductShape product(Conversation conversation) {
        var about = conversation.head().about();
        var product = conversation.product();
        return about == null || product == null
                ? null
                : ProductShape.soldBy(about.seller(), product);
    }

    /// For everyone: the last message need not be visible to those who came after it.
    public ConversationShape withoutLastMessage() {
        return new ConversationShape(
                id,
                type,
                title,
                avatarUrl,
                product,
                memberCount,
                members,
                null,
                lastSeq,
                lastOrd,
                createdAt,
                updatedAt,
                null);
    }

    /// With the membership of the one who looks inside.
    public ConversationShape with(MeShape membership) {
        return new ConversationShape(
                id,
                type,
                title,
                avatarUrl,
                product,
                memberCount,
                members,
                lastMessage,
                lastSeq,
                lastOrd,
                createdAt,
                updatedAt,
                membership);
    }

    private static Stream<MemberShape> member(
            Member member, Map<PersonId, Person> people, Eyes eyes) {
        var person = people.get(member.person());
        boolean receipts = eyes.receipts().test(member.person());
        return person == null
                ? Stream.empty()
                : Stream.of(MemberShape.of(member, eyes.user().apply(person), receipts));
    }
}
