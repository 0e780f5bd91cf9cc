// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.simulation;

import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Fleeting;
import io.palabre.core.conversations.Line.Happened;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.hub.Audience;
import io.palabre.core.hub.Hub;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.inbox.Window;
import io.palabre.core.log.Log;
import io.palabre.core.sync.Cursors;
import io.palabre.core.sync.Sync;
import io.palabre.core.sync.SyncPage;
import io.palabre.core.testing.TransactedLog;
import io.palabre.e2e.history.ReadState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// One life of the server: the real hub and the real catching up over the log, and rooms of seats.
final class SimServer implements Audience {
    private static final int ON_A_PAGE = 30;
    private static final long STALE = 3_000_000;

    private final Simulation world;
    private final TransactedLog store;
    private final SimWriter writer;
    private final Set<Seat> seats = new LinkedHashSet<>();
    private final Map<ConversationId, Set<Seat>> rooms = new HashMap<>();
    private final Map<ConversationId, List<Message>> pages = new HashMap<>();

    SimServer(Simulation world, TransactedLog store) {
        this.world = world;
        this.store = store;
        var hub = new Hub(store.log(world.epoch()), this);
        writer = new SimWriter(world, store, hub);
    }

    /// The process is killed.
    void die() {
        writer.die();
    }

    // ---- what clients ask

    /// Seats a connection, then greets it.
    void connect(Seat seat) {
        if (world.plant == Plant.READ_THEN_SUBSCRIBE) {
            greet(seat);
            world.time.after(100_000, () -> seat(seat, () -> {}));
        } else {
            seat(seat, () -> greet(seat));
        }
    }

    private void seat(Seat seat, Runnable then) {
        writer.atMembership(
                seat.person,
                conversations -> {
                    if (seat.line.isCut()) return;
                    seats.add(seat);
                    conversations.forEach(each -> room(each).add(seat));
                    then.run();
                });
    }

    private void greet(Seat seat) {
        var epoch = world.epoch();
        seat.line.toClient(() -> seat.client.greeted(seat, epoch));
    }

    /// Does a command; `done` hears what became of it, unless nobody knows; empty means later.
    void command(Seat seat, Command command, Consumer<Optional<Outcome>> done) {
        seat.hear(
                next ->
                        writer.write(
                                command,
                                new SimWriter.Reply() {
                                    @Override
                                    public void outcome(Outcome outcome) {
                                        seat.line.toClient(() -> done.accept(Optional.of(outcome)));
                                        next.run();
                                    }

                                    @Override
                                    public void later() {
                                        seat.line.toClient(() -> done.accept(Optional.empty()));
                                        next.run();
                                    }

                                    @Override
                                    public void silence() {
                                        if (world.plant == Plant.GO_ON_IN_DOUBT) next.run();
                                        else seat.end();
                                    }
                                }));
    }

    /// @param out hears each page, and the entries it speaks of
    void sync(
            Seat seat,
            Cursors cursors,
            BiConsumer<SyncPage, Map<ConversationId, List<Entry>>> out) {
        seat.hear(
                next -> {
                    var log = store.log(world.epoch());
                    new Sync(log)
                            .run(
                                    seat.person,
                                    cursors,
                                    page -> {
                                        var entries = entries(log, page);
                                        seat.line.toClient(() -> out.accept(page, entries));
                                    });
                    next.run();
                });
    }

    private static Map<ConversationId, List<Entry>> entries(Log log, SyncPage page) {
        return page instanceof SyncPage.Behind behind ? log.entries(behind.parts()) : Map.of();
    }

    /// The last messages of a conversation, as they are now.
    void page(Seat seat, ConversationId conversation, Consumer<List<Message>> out) {
        seat.hear(
                next -> {
                    var page = latest(seat.person, conversation);
                    seat.line.toClient(() -> out.accept(page));
                    next.run();
                });
    }

    private List<Message> latest(PersonId reader, ConversationId conversation) {
        if (world.plant != Plant.STALE_PAGES) return messages(reader, conversation);
        return pages.computeIfAbsent(
                conversation,
                _ -> {
                    world.time.after(STALE, () -> pages.remove(conversation));
                    return messages(reader, conversation);
                });
    }

    private List<Message> messages(PersonId reader, ConversationId conversation) {
        var messages = new ArrayList<Message>();
        store.inbox()
                .timeline(reader, conversation, new Window.Latest(), ON_A_PAGE)
                .ifPresent(
                        page ->
                                page.lines()
                                        .forEach(
                                                line -> {
                                                    switch (line) {
                                                        case Message message ->
                                                                messages.add(message);
                                                        case Happened _ -> {}
                                                    }
                                                }));
        return messages;
    }

    /// How far a member has read, and how much is left.
    void readState(Seat seat, ConversationId conversation, Consumer<ReadState> out) {
        seat.hear(
                next -> {
                    readState(seat.person, conversation)
                            .ifPresent(state -> seat.line.toClient(() -> out.accept(state)));
                    next.run();
                });
    }

    private Optional<ReadState> readState(PersonId person, ConversationId conversation) {
        var head = store.facts().head(conversation).orElseThrow();
        return store.facts()
                .part(conversation, person)
                .map(
                        part ->
                                new ReadState(
                                        person.toString(),
                                        conversation.toString(),
                                        part.readOrd(),
                                        head.ord() - part.readOrd()));
    }

    // ---- the audience

    private Set<Seat> room(ConversationId conversation) {
        return rooms.computeIfAbsent(conversation, _ -> new LinkedHashSet<>());
    }

    /// While the disk fails, what cannot be put into words is not told; clients notice the gap.
    @Override
    public void tell(Entry entry) {
        if (world.storeFails() && world.random.nextBoolean()) return;
        room(entry.conversation()).forEach(seat -> seat.push(entry));
    }

    @Override
    public void tell(OwnEntry entry) {
        of(entry.person(), seat -> seat.push(entry));
    }

    @Override
    public void tellSpare(ConversationId conversation, Fleeting event) {}

    @Override
    public void follow(PersonId person, ConversationId conversation) {
        of(person, seat -> room(conversation).add(seat));
    }

    @Override
    public void unfollow(PersonId person, ConversationId conversation) {
        if (world.plant != Plant.LEAVER_STILL_HEARS) {
            of(person, seat -> room(conversation).remove(seat));
        }
    }

    private void of(PersonId person, Consumer<Seat> then) {
        seats.stream().filter(seat -> seat.person.equals(person)).forEach(then);
    }
}
