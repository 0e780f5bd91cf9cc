// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.delivery;

import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Personal;
import io.palabre.core.hub.Audience;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.server.wire.Json;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the sockets of this process, one thing after the other on a thread of its own: some events
/// need a look at the store, and the log's own thread must not wait for that. When it falls
/// [#MOST_WAITING] behind, the log's teller waits; acknowledgements do not. It is made before the
/// store and speaks once it knows the wording.
public final class Delivery implements Audience, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int MOST_WAITING = 10_000;

    private final Rooms rooms;
    private final Json json;
    private final BlockingQueue<Told> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private volatile @Nullable Begun begun;

    /// Something to be told, in words.
    @FunctionalInterface
    private interface Told {
        void in(Wording wording);
    }

    public Delivery(Rooms rooms, Json json) {
        this.rooms = rooms;
        this.json = json;
        thread = Thread.ofPlatform().name("delivery").daemon().unstarted(this::run);
    }

    /// Whoever is heard and told once it has begun.
    private record Begun(Wording wording, Asides asides) {}

    /// Begins to tell.
    public void begin(Wording wording, Asides asides) {
        begun = new Begun(wording, asides);
        thread.start();
    }

    /// Does something in its place among what is told.
    public void inOrder(Runnable task) {
        inOrder(_ -> task.run());
    }

    private void inOrder(Told told) {
        try {
            waiting.put(told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void tell(Entry entry) {
        inOrder(
                wording -> {
                    var leaver = leaver(entry);
                    silence(entry, leaver);
                    if (leaver == null) tellMembers(entry, wording);
                    else tellLeaving(entry, leaver, wording);
                    changeScreens(entry, leaver);
                });
    }

    /// Who came after a message hears of what becomes of it no more than the number.
    private void tellMembers(Entry entry, Wording wording) {
        var blind = wording.blindTo(entry);
        tellOthers(entry, blind, wording.of(entry));
        blind.forEach(person -> tell(person, wording.unseen(entry)));
    }

    /// Who leaves hears that they do, and not how the conversation is without them.
    private void tellLeaving(Entry entry, PersonId leaver, Wording wording) {
        tellOthers(entry, Set.of(leaver), wording.of(entry));
        tell(leaver, wording.of(entry, (PersonId) null));
    }

    private void tellOthers(Entry entry, Set<PersonId> except, Wording.Worded worded) {
        var data = json.write(worded.data());
        rooms.toOthers(entry.conversation(), except, worded.event(), data);
    }

    private void tell(PersonId person, Wording.Worded worded) {
        rooms.toPerson(person, worded.event(), json.write(worded.data()));
    }

    private void silence(Entry entry, @Nullable PersonId leaver) {
        boolean sent = entry.event() instanceof Durable.Posted;
        var person = sent ? entry.by() : leaver;
        if (person != null) asides().fellSilent(person, entry.conversation());
    }

    /// After the event itself, so that nobody is shown who is not known yet.
    private void changeScreens(Entry entry, @Nullable PersonId leaver) {
        if (leaver != null) asides().went(entry.conversation(), leaver);
        if (entry.event() instanceof Durable.MembersAdded(var comers)) {
            asides().came(entry.conversation(), Set.copyOf(comers));
        }
    }

    private static @Nullable PersonId leaver(Entry entry) {
        return switch (entry.event()) {
            case Durable.MemberRemoved(var member) -> member;
            case Durable.MemberLeft _ -> entry.by();
            case Durable.Created _,
                    Durable.Posted _,
                    Durable.OfMessage _,
                    Durable.MembersAdded _,
                    Durable.Renamed _,
                    Durable.PictureChanged _,
                    Durable.RoleChanged _ ->
                    null;
        };
    }

    @Override
    public void tell(OwnEntry entry) {
        inOrder(
                wording -> {
                    switch (entry.event()) {
                        case Personal.Blocked(var person) ->
                                asides().blocked(entry.person(), person);
                        case Personal.Unblocked(var person) ->
                                asides().unblocked(entry.person(), person);
                        case Personal.AddedTo _,
                                Personal.RemovedFrom _,
                                Personal.Hidden _,
                                Personal.OwnRead _,
                                Personal.Arranged _,
                                Personal.Cleared _ -> {}
                    }
                    wording.of(entry).ifPresent(worded -> tell(entry.person(), worded));
                });
    }

    @Override
    public void tellSpare(ConversationId conversation, Fleeting event) {
        inOrder(_ -> asides().moved(conversation, event));
    }

    @Override
    public void follow(PersonId person, ConversationId conversation) {
        inOrder(_ -> rooms.follow(person, conversation));
    }

    @Override
    public void unfollow(PersonId person, ConversationId conversation) {
        inOrder(_ -> rooms.unfollow(person, conversation));
    }

    /// Tells what still waits, then stops.
    @Override
    public void close() {
        if (begun == null) return;
        inOrder(_ -> thread.interrupt());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Asides asides() {
        return Objects.requireNonNull(begun).asides();
    }

    private void run() {
        var wording = Objects.requireNonNull(begun).wording();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                waiting.take().in(wording);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.error("something committed was not told; clients will ask for it", e);
            }
        }
    }
}
