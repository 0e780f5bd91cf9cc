// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palabre.core.Refusal;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Content;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Enrolment;
import io.palabre.core.people.Newcomer;
import io.palabre.core.people.PersonRole;
import io.palabre.core.people.Profile;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Short words for what tests let people do.
public final class Story {

    private final Ports ports;
    private final AtomicInteger clientIds = new AtomicInteger();

    public Story(Ports ports) {
        this.ports = ports;
    }

    public PersonId person(String username) {
        var enrolment = ports.people().enrol(Newcomer.named(username, username));
        assertThat(enrolment).isInstanceOf(Enrolment.Enrolled.class);
        return ((Enrolment.Enrolled) enrolment).person().id();
    }

    public Outcome.Accepted accepted(Command command) {
        var outcome = ports.log().commit(command);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return (Outcome.Accepted) outcome;
    }

    /// Whatever comes of it.
    public void tries(Command command) {
        assertThat(ports.log().commit(command)).isNotNull();
    }

    public Refusal refused(Command command) {
        var outcome = ports.log().commit(command);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal();
    }

    public ConversationId privately(PersonId one, PersonId other) {
        return accepted(new Command.StartPrivate(one, other)).conversation();
    }

    public ConversationId group(PersonId owner, PersonId... others) {
        return accepted(new Command.StartGroup(owner, "Group", List.of(others))).conversation();
    }

    public Entry says(PersonId by, ConversationId where, String text) {
        return accepted(post(by, where, "c" + clientIds.incrementAndGet(), text))
                .entries()
                .getFirst();
    }

    public PersonId moderator(String username) {
        var newcomer =
                new Newcomer(username, PersonRole.MODERATOR, Profile.named(username), null, null);
        return ((Enrolment.Enrolled) ports.people().enrol(newcomer)).person().id();
    }

    public Entry edits(PersonId by, MessageId message, String text) {
        return accepted(new Command.Edit(by, message, text, List.of())).entries().getFirst();
    }

    public Entry deletes(PersonId by, MessageId message) {
        return accepted(new Command.Delete(by, message)).entries().getFirst();
    }

    public void saysMuch(PersonId by, ConversationId where, int messages) {
        for (var i = 0; i < messages; i++) {
            says(by, where, "message " + i);
        }
    }

    public static Command.Post post(
            PersonId by, ConversationId where, String clientId, String text) {
        return new Command.Post(by, where, new ClientId(clientId), Content.text(text));
    }

    public void reads(PersonId by, ConversationId where, long seq) {
        accepted(new Command.MarkRead(by, where, seq));
    }

    public void arranges(PersonId by, ConversationId where, Command.Wish wish) {
        accepted(new Command.Arrange(by, where, wish));
    }

    /// Deletes it for themselves.
    public void clears(PersonId by, ConversationId where) {
        accepted(new Command.Clear(by, where));
    }

    public void adds(PersonId by, ConversationId where, PersonId... people) {
        accepted(new Command.AddMembers(by, where, List.of(people)));
    }

    public void removes(PersonId by, ConversationId where, PersonId person) {
        accepted(new Command.RemoveMember(by, where, person));
    }

    public void leaves(PersonId by, ConversationId where) {
        accepted(new Command.Leave(by, where));
    }
}
