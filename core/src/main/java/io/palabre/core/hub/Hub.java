// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.hub;

import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Personal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.log.Committed;
import io.palabre.core.log.Log;
import java.util.List;
import java.util.function.Consumer;

/// Tells an [Audience] what was committed. Every log is told in the order of its numbers, each
/// number once; where one is missing, the log itself is read. Who is added follows before the event
/// that adds them is told; who goes hears that event and nothing after it.
public final class Hub implements Committed {

    private static final int FEEDS = 20_000;
    private static final int PAGE = 200;

    private final Log log;
    private final Audience audience;
    private final Feeds<ConversationId> conversations = new Feeds<>(FEEDS);
    private final Feeds<PersonId> people = new Feeds<>(FEEDS);

    public Hub(Log log, Audience audience) {
        this.log = log;
        this.audience = audience;
    }

    @Override
    public void committed(List<Outcome.Accepted> batch) {
        batch.forEach(this::tell);
    }

    /// What of it is in the log is told, and nothing else.
    @Override
    public void perhapsCommitted(List<Outcome.Accepted> batch) {
        batch.forEach(accepted -> each(accepted, this::lookFor, this::lookFor));
    }

    private void tell(Outcome.Accepted accepted) {
        each(accepted, this::offer, this::offer);
    }

    private static void each(
            Outcome.Accepted accepted, Consumer<OwnEntry> own, Consumer<Entry> entries) {
        accepted.own().stream().filter(Hub::opens).forEach(own);
        accepted.entries().forEach(entries);
        accepted.own().stream().filter(note -> !opens(note)).forEach(own);
    }

    /// One hears of a conversation before one hears what happens in it.
    private static boolean opens(OwnEntry own) {
        return own.event() instanceof Personal.AddedTo;
    }

    private void offer(Entry entry) {
        var feed = feed(entry);
        switch (feed.offered(entry.seq())) {
            case TELL -> tell(entry);
            case IGNORE -> {}
            case CATCH_UP -> catchUp(entry.conversation(), feed.told());
        }
    }

    private void lookFor(Entry entry) {
        catchUp(entry.conversation(), feed(entry).told());
    }

    private Feed feed(Entry entry) {
        return conversations.of(entry.conversation()).orElse(new Feed(entry.seq() - 1));
    }

    private void catchUp(ConversationId conversation, long told) {
        var page = log.after(conversation, told, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::tell);
            page = log.after(conversation, page.getLast().seq(), PAGE);
        }
    }

    private void tell(Entry entry) {
        switch (entry.event()) {
            case Durable.Created created -> follow(created.members(), entry);
            case Durable.MembersAdded(var members) -> follow(members, entry);
            case Durable.MemberRemoved(var member) -> unfollow(member, entry);
            case Durable.MemberLeft _ -> unfollow(entry.by(), entry);
            case Durable.Posted _,
                    Durable.OfMessage _,
                    Durable.Renamed _,
                    Durable.PictureChanged _,
                    Durable.RoleChanged _ ->
                    audience.tell(entry);
        }
        conversations.told(entry.conversation(), entry.seq());
    }

    private void follow(List<PersonId> members, Entry entry) {
        members.forEach(member -> audience.follow(member, entry.conversation()));
        audience.tell(entry);
    }

    private void unfollow(PersonId member, Entry entry) {
        audience.tell(entry);
        audience.unfollow(member, entry.conversation());
    }

    private void offer(OwnEntry own) {
        var feed = feed(own);
        switch (feed.offered(own.seq())) {
            case TELL -> tell(own);
            case IGNORE -> {}
            case CATCH_UP -> catchUp(own.person(), feed.told());
        }
    }

    private void lookFor(OwnEntry own) {
        catchUp(own.person(), feed(own).told());
    }

    private Feed feed(OwnEntry own) {
        return people.of(own.person()).orElse(new Feed(own.seq() - 1));
    }

    private void catchUp(PersonId person, long told) {
        var page = log.ownAfter(person, told, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::tell);
            page = log.ownAfter(person, page.getLast().seq(), PAGE);
        }
    }

    private void tell(OwnEntry own) {
        audience.tell(own);
        people.told(own.person(), own.seq());
        switch (own.event()) {
            case Personal.OwnRead(var conversation, var ord, var seq) ->
                    audience.tellSpare(
                            conversation, new Fleeting.ReadMoved(own.person(), ord, seq, own.at()));
            case Personal.AddedTo _,
                    Personal.RemovedFrom _,
                    Personal.Hidden _,
                    Personal.Arranged _,
                    Personal.Cleared _,
                    Personal.Blocked _,
                    Personal.Unblocked _ -> {}
        }
    }
}
