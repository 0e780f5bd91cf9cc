// SPDX-License-Identifier: Apache-2.0
package io.palabre.e2e.simulation;

import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Personal;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.log.Epoch;
import io.palabre.core.sync.Cursors;
import io.palabre.core.sync.SyncPage;
import io.palabre.e2e.Chronicle;
import io.palabre.e2e.history.Op;
import io.palabre.e2e.history.ReadState;
import io.palabre.e2e.history.Via;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A device: connects, keeps its cursors without a gap, asks for what it misses, and writes down
/// all it does and hears.
final class SimClient {
    final String name;
    final PersonId person;
    final SimOutbox outbox;
    private final Simulation world;
    private final TreeMap<ConversationId, Long> cursors = new TreeMap<>(Simulation.BY_NAME);
    private final Map<ConversationId, List<Entry>> mine = new HashMap<>();
    private final Map<ConversationId, Entry> firstHeard = new HashMap<>();
    private final Map<ConversationId, Entry> lastHeard = new HashMap<>();
    private @Nullable Epoch epoch;
    private @Nullable Seat seat;
    private long own;
    private int connection;
    private boolean syncing;
    private boolean syncAgain;

    SimClient(Simulation world, String name, PersonId person) {
        this.world = world;
        this.name = name;
        this.person = person;
        outbox = new SimOutbox(world, this);
    }

    // ---- the line

    void connect() {
        var server = world.serverIfUp();
        if (seat != null || server == null) return;
        var line = new Line(world);
        var opened = new Seat(person, this, line);
        seat = opened;
        world.lines.add(line);
        line.toServer(() -> server.connect(opened));
        watch(opened);
    }

    /// Finds out some time after that the line is cut.
    private void watch(Seat opened) {
        world.time.after(
                20_000 + world.random.nextInt(200_000),
                () -> {
                    if (!opened.line.isCut()) watch(opened);
                    else if (opened.equals(seat)) lost();
                });
    }

    private void lost() {
        dropped();
        comeBackSoon();
    }

    private void dropped() {
        seat = null;
        syncing = false;
        syncAgain = false;
        outbox.disconnected();
    }

    private void comeBackSoon() {
        world.time.after(
                50_000 + world.random.nextInt(200_000),
                () -> {
                    connect();
                    if (seat == null) comeBackSoon();
                });
    }

    /// Goes for a while.
    void goAway(long micros) {
        var left = seat;
        if (left == null) return;
        left.line.cut();
        dropped();
        world.time.after(micros, this::comeBackSoon);
    }

    @Nullable Line line() {
        return seat == null ? null : seat.line;
    }

    // ---- what it hears

    void greeted(Seat from, Epoch now) {
        if (!from.equals(seat)) return;
        if (epoch == null) epoch = now;
        world.note(new Op.Connected(world.nanos(), name, ++connection, person.toString()));
        world.note(new Op.Greeted(world.nanos(), name, connection, now.toString()));
        catchUp();
        outbox.connected(from);
    }

    void pushed(Seat from, Entry entry) {
        if (!from.equals(seat)) return;
        saw(Via.PUSH, entry);
        var at = cursors.get(entry.conversation());
        if (at == null || entry.seq() <= at) return;
        if (entry.seq() == at + 1 || world.plant == Plant.CLIENT_TRUSTS_PUSH) {
            cursors.put(entry.conversation(), entry.seq());
        } else {
            catchUp();
        }
    }

    void pushed(Seat from, OwnEntry entry) {
        if (!from.equals(seat)) return;
        if (entry.seq() == own + 1) heard(entry);
        else if (entry.seq() > own) catchUp();
    }

    private void heard(OwnEntry entry) {
        own = entry.seq();
        if (entry.event() instanceof Personal.AddedTo(var conversation, var seq)
                && cursors.putIfAbsent(conversation, seq - 1) == null) {
            catchUp();
        }
    }

    private void saw(Via via, Entry entry) {
        world.note(new Op.Seen(world.nanos(), name, connection, via, Chronicle.told(entry)));
        if (entry.ord() > 0) firstHeard.putIfAbsent(entry.conversation(), entry);
        lastHeard.put(entry.conversation(), entry);
    }

    /// One of its own is in the log.
    void said(Entry entry) {
        mine.computeIfAbsent(entry.conversation(), _ -> new ArrayList<>()).add(entry);
    }

    // ---- catching up

    void catchUp() {
        var asking = seat;
        if (asking == null) return;
        if (syncing) {
            syncAgain = true;
            return;
        }
        syncing = true;
        world.note(new Op.Resume(world.nanos(), name, connection, named()));
        var shift = world.plant == Plant.RESUME_OFF_BY_ONE ? 1 : 0;
        var held = new HashMap<ConversationId, Long>();
        cursors.forEach((conversation, seq) -> held.put(conversation, seq + shift));
        var wish = new Cursors(epoch, own, held);
        asking.line.toServer(
                () ->
                        world.server()
                                .sync(
                                        asking,
                                        wish,
                                        (page, entries) -> told(asking, page, entries)));
    }

    private Map<String, Long> named() {
        var named = new HashMap<String, Long>();
        cursors.forEach((conversation, seq) -> named.put(conversation.toString(), seq));
        return named;
    }

    private void told(Seat from, SyncPage page, Map<ConversationId, List<Entry>> entries) {
        if (!from.equals(seat)) return;
        switch (page) {
            case SyncPage.Own(var notes) ->
                    notes.forEach(
                            entry -> {
                                if (entry.seq() > own) heard(entry);
                            });
            case SyncPage.Behind _ -> entries.values().forEach(some -> some.forEach(this::missed));
            case SyncPage.Gone(var conversation) -> cursors.remove(conversation);
            case SyncPage.EpochChanged(var now) -> begin(now);
            case SyncPage.Done _ -> done();
            case SyncPage.ReloadOwn _, SyncPage.Reload _ ->
                    throw new IllegalStateException("more than a simulation makes: " + page);
        }
    }

    private void missed(Entry entry) {
        saw(Via.SYNC, entry);
        cursors.merge(entry.conversation(), entry.seq(), Math::max);
    }

    /// Forgets all it had.
    private void begin(Epoch now) {
        world.note(new Op.Reset(world.nanos(), name, connection, now.toString()));
        epoch = now;
        own = 0;
        cursors.clear();
        mine.clear();
        firstHeard.clear();
        lastHeard.clear();
        syncAgain = true;
        done();
    }

    private void done() {
        syncing = false;
        if (syncAgain) {
            syncAgain = false;
            catchUp();
        }
    }

    // ---- what it does

    void command(Command command) {
        command(command, _ -> {});
    }

    private void command(Command command, Consumer<Outcome.Accepted> accepted) {
        var now = seat;
        if (now == null) return;
        now.line.toServer(
                () ->
                        world.server()
                                .command(
                                        now,
                                        command,
                                        answer -> {
                                            if (answer.isPresent()
                                                    && answer.get()
                                                            instanceof Outcome.Accepted yes) {
                                                accepted.accept(yes);
                                            }
                                        }));
    }

    /// Changes or takes back one of its own messages.
    void reconsider(ConversationId conversation, boolean delete) {
        var all = mine.getOrDefault(conversation, List.of());
        if (all.isEmpty()) return;
        var entry = all.get(world.random.nextInt(all.size()));
        var message = new MessageId(conversation, entry.seq());
        var command =
                delete
                        ? new Command.Delete(person, message)
                        : new Command.Edit(
                                person, message, "edit " + world.random.nextInt(1_000), List.of());
        command(
                command,
                accepted -> {
                    if (accepted.repeated()) return;
                    var seq = accepted.entries().getFirst().seq();
                    world.note(
                            new Op.Changed(
                                    world.nanos(),
                                    name,
                                    conversation.toString(),
                                    entry.seq(),
                                    seq));
                });
    }

    void look(ConversationId conversation) {
        var now = seat;
        if (now == null) return;
        var asked = world.nanos();
        now.line.toServer(
                () ->
                        world.server()
                                .page(
                                        now,
                                        conversation,
                                        page ->
                                                page.forEach(
                                                        it -> shown(conversation, asked, it))));
    }

    private void shown(ConversationId conversation, long asked, Message message) {
        var words = message.deleted() ? null : message.content().text();
        world.note(
                new Op.Shown(
                        world.nanos(), name, asked, conversation.toString(), message.seq(), words));
    }

    /// Reads to the last it heard, or says so of the first, which must not take anything back.
    void read(ConversationId conversation, boolean first) {
        var last = (first ? firstHeard : lastHeard).get(conversation);
        if (last == null || seat == null) return;
        var now = Objects.requireNonNull(seat);
        var where = conversation.toString();
        world.note(new Op.Mark(world.nanos(), name, person.toString(), where, last.ord()));
        command(new Command.MarkRead(person, conversation, last.seq()), _ -> {});
        readState(
                now,
                conversation,
                state -> world.note(new Op.Marked(world.nanos(), name, 0, state)));
    }

    void lookAtUnread(ConversationId conversation) {
        if (seat == null) return;
        readState(
                seat, conversation, state -> world.note(new Op.Unread(world.nanos(), name, state)));
    }

    private void readState(Seat now, ConversationId conversation, Consumer<ReadState> out) {
        now.line.toServer(() -> world.server().readState(now, conversation, out));
    }
}
