// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.delivery;

import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.Quote;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Inbox;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Says what has just happened in a conversation to those who hear its number, though others may
/// have happened since: a message is as it was at that number, and who does not see it, or what it
/// answers, or has gone since, hears less.
final class Live {
    private final Wording wording;
    private final Inbox inbox;

    Live(Wording wording, Inbox inbox) {
        this.wording = wording;
        this.inbox = inbox;
    }

    /// What some people hear.
    record Version(Set<PersonId> people, Wording.Worded worded) {}

    /// What is told of an entry.
    ///
    /// @param less what those hear who do not hear all of it; nobody is in two of them
    record Told(Wording.Worded most, List<Version> less) {

        Told {
            less = less.stream().filter(version -> !version.people().isEmpty()).toList();
        }

        /// Who hears less.
        Set<PersonId> others() {
            return less.stream()
                    .flatMap(version -> version.people().stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    Told of(Entry entry) {
        return switch (entry.event()) {
            case Durable.Posted(_, var content) ->
                    content.replyTo() == null
                            ? new Told(Wording.of(entry, Message.untouched(entry, null)), List.of())
                            : about(entry, then(entry, entry.seq()), Set.of());
            case Durable.OfMessage event -> changed(entry, event.message());
            case Durable.Created _,
                    Durable.MembersAdded _,
                    Durable.MemberRemoved _,
                    Durable.MemberLeft _,
                    Durable.Renamed _,
                    Durable.PictureChanged _,
                    Durable.RoleChanged _ ->
                    updated(entry);
        };
    }

    private Message then(Entry entry, long seq) {
        return inbox.message(new MessageId(entry.conversation(), seq), entry.seq()).orElseThrow();
    }

    private Told changed(Entry entry, long seq) {
        var message = then(entry, seq);
        return about(entry, message, inbox.blindTo(message.posted().id(), entry.seq()));
    }

    /// @param blind who does not see the message
    private Told about(Entry entry, Message message, Set<PersonId> blind) {
        var less = new ArrayList<Version>();
        less.add(new Version(blind, Wording.of(entry, null)));
        Optional.ofNullable(message.quote())
                .map(quote -> withoutQuote(entry, message, quote, blind))
                .ifPresent(less::add);
        return new Told(Wording.of(entry, message), less);
    }

    private Version withoutQuote(Entry entry, Message message, Quote quote, Set<PersonId> blind) {
        var others = new HashSet<>(inbox.blindTo(quote.id(), entry.seq()));
        others.removeAll(blind);
        return new Version(others, Wording.of(entry, message.quoting(null)));
    }

    /// Who has gone since hears that it happened, and not how the conversation is without them.
    private Told updated(Entry entry) {
        var gone = inbox.goneSince(entry.conversation(), entry.seq());
        var reader =
                gone.contains(entry.by())
                        ? inbox.anyMember(entry.conversation()).orElse(null)
                        : entry.by();
        var less = new Version(gone, wording.updated(entry, null));
        return new Told(wording.updated(entry, reader), List.of(less));
    }
}
