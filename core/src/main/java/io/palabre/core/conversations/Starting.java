// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.catalogue.Product;
import io.palabre.core.conversations.Command.StartAbout;
import io.palabre.core.conversations.Command.StartGroup;
import io.palabre.core.conversations.Command.StartPrivate;
import io.palabre.core.conversations.Decision.Append;
import io.palabre.core.conversations.Decision.Note;
import io.palabre.core.conversations.Decision.Refuse;
import io.palabre.core.conversations.Decision.Repeat;
import io.palabre.core.conversations.Durable.Created;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.Ids;
import io.palabre.core.ids.PersonId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// How conversations begin. Two people have one private conversation, and one about each product
/// that one of them sells, whoever asks and however often; nobody has one with themselves.
record Starting(Limits limits, Ids ids) {

    Decision decide(Facts facts, StartPrivate command, Instant now) {
        if (command.by().equals(command.other())) {
            return new Refuse(Refusal.SELF_CONVERSATION);
        }
        if (!facts.exists(command.other())) {
            return new Refuse(Refusal.PERSON_NOT_FOUND);
        }
        return facts.privateBetween(command.by(), command.other())
                .<Decision>map(found -> new Repeat(found, List.of()))
                .orElseGet(
                        () ->
                                Blocking.between(facts, command.by(), command.other())
                                        ? new Refuse(Refusal.BLOCKED)
                                        : open(command.by(), privately(command), now));
    }

    private static Created privately(StartPrivate command) {
        return new Created(ConversationType.PRIVATE, null, List.of(command.by(), command.other()));
    }

    Decision decide(Facts facts, StartAbout command, Instant now) {
        if (command.by().equals(command.seller())) {
            return new Refuse(Refusal.SELF_CONVERSATION);
        }
        var product = facts.product(command.product());
        if (product.isEmpty()) {
            return new Refuse(Refusal.PRODUCT_NOT_FOUND);
        }
        return facts.about(command.by(), new About(command.product(), command.seller()))
                .<Decision>map(found -> new Repeat(found, List.of()))
                .orElseGet(() -> introduce(facts, command, product.get(), now));
    }

    private Decision introduce(Facts facts, StartAbout command, Product product, Instant now) {
        if (!product.seller().equals(command.seller())) {
            return new Refuse(Refusal.WRONG_SELLER);
        }
        if (Blocking.between(facts, command.by(), command.seller())) {
            return new Refuse(Refusal.BLOCKED);
        }
        var both = List.of(command.by(), command.seller());
        return open(
                command.by(),
                new Created(ConversationType.PRODUCT, null, both, null, product.id()),
                now);
    }

    Decision decide(Facts facts, StartGroup command, Instant now) {
        var title = new Titles(limits).accept(command.title());
        if (title.isEmpty()) {
            return new Refuse(Refusal.BAD_TITLE);
        }
        var members = new LinkedHashSet<PersonId>();
        members.add(command.by());
        members.addAll(command.others());
        var made =
                new Created(
                        ConversationType.GROUP,
                        title.get(),
                        List.copyOf(members),
                        command.clientId(),
                        null);
        return Optional.ofNullable(command.clientId())
                .flatMap(id -> facts.started(command.by(), id))
                .map(started -> again(started, made))
                .orElseGet(() -> begin(facts, command, made, now));
    }

    /// The same group, asked for again.
    private static Decision again(Facts.Started started, Created made) {
        var then = started.created();
        var same =
                Objects.equals(then.title(), made.title())
                        && Set.copyOf(then.members()).equals(Set.copyOf(made.members()));
        return same
                ? new Repeat(started.conversation(), List.of())
                : new Refuse(Refusal.CID_CONFLICT);
    }

    private Decision begin(Facts facts, StartGroup command, Created made, Instant now) {
        var members = made.members();
        if (members.size() > limits.members()) {
            return new Refuse(Refusal.TOO_MANY_MEMBERS);
        }
        if (!members.stream().allMatch(facts::exists)) {
            return new Refuse(Refusal.PERSON_NOT_FOUND);
        }
        if (command.others().stream().anyMatch(o -> Blocking.between(facts, command.by(), o))) {
            return new Refuse(Refusal.BLOCKED);
        }
        return open(command.by(), made, now);
    }

    private Decision open(PersonId by, Created created, Instant now) {
        var id = new ConversationId(ids.next());
        var entry = new Entry(id, 1, 0, now, by, created);
        var notes =
                created.members().stream()
                        .map(member -> new Note(member, new Personal.AddedTo(id, 1)))
                        .toList();
        return new Append(id, List.of(entry), notes);
    }
}
