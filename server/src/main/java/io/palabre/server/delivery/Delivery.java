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
import io.palabre.core.inbox.Inbox;
import io.palabre.core.inbox.MuteEnd;
import io.palabre.server.wire.Json;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells the sockets of this process, one thing after the other on a thread of its own: some events
/// need a look at the store, and the log's own thread must not wait for that. When it falls
/// [#MOST_WAITING] behind, the log's teller waits; acknowledgements do not. What cannot be told is
/// not passed over in silence: the sockets that were to hear it are ended, come back and ask. It is
/// made before the store and speaks once it knows the wording.
public final class Delivery implements Audience, AutoCloseable {
    private static final int MOST_WAITING = 10_000;

    private final Rooms rooms;
    private final Json json;
    private final BlockingQueue<Step> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread thread;
    private volatile @Nullable Begun begun;

    /// Something to be told.
    ///
    /// @param otherwise what is done when it cannot be
    private record Step(Consumer<Begun> telling, Runnable otherwise) {}

    public Delivery(Rooms rooms, Json json) {
        this.rooms = rooms;
        this.json = json;
        thread = Thread.ofPlatform().name("delivery").daemon().unstarted(this::run);
    }

    /// Whoever is heard and told once it has begun.
    private record Begun(Live live, Wording wording, Asides asides) {}

    /// Begins to tell.
    ///
    /// @param inbox where it is looked up who sees what
    public void begin(Wording wording, Inbox inbox, Asides asides) {
        begun = new Begun(new Live(wording, inbox), wording, asides);
        thread.start();
    }

    /// Does something in its place among what is told.
    public void inOrder(Runnable task) {
        inOrder(_ -> task.run(), () -> {});
    }

    private void inOrder(Consumer<Begun> telling, Runnable otherwise) {
        try {
            waiting.put(new Step(telling, otherwise));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void tell(Entry entry) {
        inOrder(
                begun -> {
                    var leaver = leaver(entry);
                    var silent = entry.event() instanceof Durable.Posted ? entry.by() : leaver;
                    if (silent != null) begun.asides().fellSilent(silent, entry.conversation());
                    tell(entry, begun.live().of(entry));
                    changeScreens(begun.asides(), entry, leaver);
                },
                () -> rooms.endHearers(entry.conversation()));
    }

    private void tell(Entry entry, Live.Told told) {
        var where = entry.conversation();
        var most = told.most();
        rooms.toOthers(where, told.others(), most.event(), json.write(most.data()));
        for (var less : told.less()) {
            var worded = less.worded();
            rooms.toHearers(where, less.people(), worded.event(), json.write(worded.data()));
        }
    }

    /// After the event itself, so that nobody is shown who is not known yet.
    private static void changeScreens(Asides asides, Entry entry, @Nullable PersonId leaver) {
        if (leaver != null) asides.went(entry.conversation(), leaver);
        if (entry.event() instanceof Durable.MembersAdded(var comers)) {
            asides.came(entry.conversation(), Set.copyOf(comers));
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
                begun -> {
                    var person = entry.person();
                    tellAside(begun.asides(), entry);
                    begun.wording().of(entry).ifPresent(worded -> tell(person, worded));
                    begun.wording().unreadTotal(entry).ifPresent(worded -> tell(person, worded));
                },
                () -> rooms.end(entry.person()));
    }

    /// A mute is over by itself.
    public void tell(MuteEnd end) {
        inOrder(
                begun -> tell(end.person(), begun.wording().unread(end)),
                () -> rooms.end(end.person()));
    }

    private static void tellAside(Asides asides, OwnEntry entry) {
        switch (entry.event()) {
            case Personal.Blocked(var person) -> asides.blocked(entry.person(), person);
            case Personal.Unblocked(var person) -> asides.unblocked(entry.person(), person);
            case Personal.Arranged(_, var arrangement, _) -> asides.arranged(arrangement);
            case Personal.AddedTo _,
                    Personal.RemovedFrom _,
                    Personal.Hidden _,
                    Personal.OwnRead _,
                    Personal.Cleared _ -> {}
        }
    }

    private void tell(PersonId person, Wording.Worded worded) {
        rooms.toPerson(person, worded.event(), json.write(worded.data()));
    }

    @Override
    public void tellSpare(ConversationId conversation, Fleeting event) {
        inOrder(begun -> begun.asides().moved(conversation, event), () -> {});
    }

    @Override
    public void follow(PersonId person, ConversationId conversation) {
        inOrder(() -> rooms.follow(person, conversation));
    }

    @Override
    public void unfollow(PersonId person, ConversationId conversation) {
        inOrder(() -> rooms.unfollow(person, conversation));
    }

    /// Tells what still waits, then stops.
    @Override
    public void close() {
        if (begun == null) return;
        inOrder(thread::interrupt);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var now = Objects.requireNonNull(begun);
        var attempts = new Attempts();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var step = waiting.take();
                if (!attempts.did(() -> step.telling().accept(now))) step.otherwise().run();
            }
        } catch (InterruptedException _) {
            // it is closed
        }
    }
}
