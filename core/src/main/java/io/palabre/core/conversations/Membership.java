// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.conversations;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command.AddMembers;
import io.palabre.core.conversations.Command.Leave;
import io.palabre.core.conversations.Command.RemoveMember;
import io.palabre.core.conversations.Decision.Append;
import io.palabre.core.conversations.Decision.Note;
import io.palabre.core.conversations.Decision.Refuse;
import io.palabre.core.conversations.Decision.Repeat;
import io.palabre.core.conversations.Durable.MemberLeft;
import io.palabre.core.conversations.Durable.MemberRemoved;
import io.palabre.core.conversations.Durable.MembersAdded;
import io.palabre.core.ids.PersonId;
import java.time.Instant;
import java.util.List;

/// How people come into a group and go. They see what happens from the event that brings them in to
/// the event that takes them out. An administrator removes plain members, the owner anyone; an
/// owner who leaves hands the group to its eldest administrator or else member.
record Membership(Limits limits) {

    Decision decide(Facts facts, AddMembers command, Instant now) {
        return Groups.asLeader(
                facts,
                command.conversation(),
                command.by(),
                (head, _) -> add(facts, head, command, now));
    }

    private Decision add(Facts facts, Head head, AddMembers command, Instant now) {
        var comers =
                command.people().stream()
                        .distinct()
                        .filter(person -> facts.part(head.conversation(), person).isEmpty())
                        .toList();
        if (comers.isEmpty()) {
            return new Repeat(head.conversation(), List.of());
        }
        if (head.members() + comers.size() > limits.members()) {
            return new Refuse(Refusal.TOO_MANY_MEMBERS);
        }
        if (!comers.stream().allMatch(facts::exists)) {
            return new Refuse(Refusal.PERSON_NOT_FOUND);
        }
        if (comers.stream().anyMatch(comer -> Blocking.between(facts, command.by(), comer))) {
            return new Refuse(Refusal.BLOCKED);
        }
        var entry = head.followedBy(command.by(), new MembersAdded(comers), now);
        var added = new Personal.AddedTo(head.conversation(), entry.seq());
        var notes = comers.stream().map(person -> new Note(person, added)).toList();
        return new Append(head.conversation(), List.of(entry), notes);
    }

    Decision decide(Facts facts, RemoveMember command, Instant now) {
        if (command.by().equals(command.person())) {
            return decide(facts, new Leave(command.by(), command.conversation()), now);
        }
        return Groups.asLeader(
                facts,
                command.conversation(),
                command.by(),
                (head, part) -> remove(facts, head, part.role(), command, now));
    }

    private static Decision remove(
            Facts facts, Head head, Role role, RemoveMember command, Instant now) {
        var part = facts.part(head.conversation(), command.person());
        if (part.isEmpty()) {
            return new Refuse(Refusal.PERSON_NOT_FOUND);
        }
        if (role != Role.OWNER && part.get().role() != Role.MEMBER) {
            return new Refuse(Refusal.NOT_ALLOWED);
        }
        var removed = new MemberRemoved(command.person());
        return depart(head.followedBy(command.by(), removed, now), command.person());
    }

    Decision decide(Facts facts, Leave command, Instant now) {
        return Groups.asMember(
                facts,
                command.conversation(),
                command.by(),
                (head, part) -> leave(facts, head, part, command, now));
    }

    private static Decision leave(
            Facts facts, Head head, Facts.Part part, Leave command, Instant now) {
        var heir = facts.heirOf(head.conversation(), command.by());
        var left = new MemberLeft(part.role() == Role.OWNER ? heir.orElse(null) : null);
        return depart(head.followedBy(command.by(), left, now), command.by());
    }

    private static Decision depart(Entry entry, PersonId person) {
        var removed = new Personal.RemovedFrom(entry.conversation(), entry.seq());
        return new Append(entry.conversation(), List.of(entry), List.of(new Note(person, removed)));
    }
}
