// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Durable;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Intervals;
import io.palabre.core.conversations.Message;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.MessageId;
import io.palabre.core.log.Committed;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Lets the search index follow the log, conversation by conversation, from the number it has
/// reached in each. What was committed only says where there is something new; what it missed
/// because the program was not there, it finds at the start.
///
/// It waits a moment after the first news and then takes everything there is in one transaction:
/// the index writes many messages at once for little more than one.
final class Indexer implements Committed {

    private static final int AT_ONCE = 1_000;
    private static final int TOLD_EVERY = 100_000;
    private static final Duration GATHERING = Duration.ofMillis(250);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    static final String HEADS =
            "SELECT c.id, c.seq FROM conversation c WHERE c.id > ? ORDER BY c.id LIMIT 1000";

    /// Makes the index anew, empty, instead of one that is damaged.
    @FunctionalInterface
    interface Renewal {
        Db anew(Db damaged) throws SQLException;
    }

    private final Renewal renewal;
    private final Readers readers;
    private final Events events;
    private final Lines lines;
    private final StoreWatch watch;
    private final Set<ConversationId> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean(true);
    private final ScheduledExecutorService thread;
    private Db index;
    private boolean damaged;
    private byte[] searchedTo = {};
    private boolean complete;
    private long indexed;

    /// @param index open for writing, this thread's own
    Indexer(Db index, Renewal renewal, Readers readers, Events events, StoreWatch watch) {
        this.renewal = renewal;
        lines = new Lines(events);
        this.index = index;
        this.readers = readers;
        this.events = events;
        this.watch = watch;
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("palabre-indexer").factory());
        thread.execute(this::work);
    }

    @Override
    public void committed(List<Outcome.Accepted> batch) {
        batch.forEach(accepted -> accepted.entries().forEach(e -> waiting.add(e.conversation())));
        soon();
    }

    @Override
    public void perhapsCommitted(List<Outcome.Accepted> batch) {
        committed(batch);
    }

    private void soon() {
        if (!waiting.isEmpty() && !due.getAndSet(true)) {
            later(GATHERING);
        }
    }

    private void later(Duration wait) {
        var _ = thread.schedule(this::work, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void work() {
        try {
            if (damaged) {
                beginAnew();
            }
            while (!complete) {
                complete = !findMissed();
            }
            followAll();
            due.set(false);
            soon();
        } catch (SQLException | RuntimeException e) {
            if (!thread.isShutdown()) {
                later(after(e));
            }
        }
    }

    /// Says what has failed, and when to go on: what is damaged is not tried again.
    private Duration after(Exception failure) {
        if (failure instanceof SQLException && SearchIndex.isDamage(failure)) {
            watch.fault("the search index is damaged and is made anew", failure);
            damaged = true;
            return Duration.ZERO;
        }
        watch.fault("the search index does not follow", failure);
        return BETWEEN_ATTEMPTS;
    }

    private void beginAnew() throws SQLException {
        index = renewal.anew(index);
        damaged = false;
        complete = false;
        searchedTo = new byte[0];
    }

    /// A search has met something damaged: if that is the index, it is made anew.
    void suspect() {
        thread.execute(
                () -> {
                    try {
                        SearchIndex.check(index);
                    } catch (SQLException e) {
                        if (!damaged) {
                            later(after(e));
                        }
                    }
                });
    }

    private void followAll() throws SQLException {
        while (follow() == AT_ONCE) {
            tellProgress(AT_ONCE);
        }
    }

    /// A conversation, and its last number.
    private record Head(ConversationId conversation, long seq) {}

    /// Looks at the next conversations.
    ///
    /// @return whether there were any
    private boolean findMissed() throws SQLException {
        var heads =
                readers.read(
                        db ->
                                db.list(
                                        HEADS,
                                        row -> new Head(row.conversation(1), row.number(2)),
                                        searchedTo));
        for (var head : heads) {
            if (SearchIndex.place(index, head.conversation()).seq() < head.seq()) {
                waiting.add(head.conversation());
            }
        }
        followAll();
        if (heads.isEmpty()) {
            if (indexed >= TOLD_EVERY) {
                watch.progress("the search index is complete again");
            }
            return false;
        }
        searchedTo = heads.getLast().conversation().ulid().bytes();
        return true;
    }

    /// Takes what there is of conversations that wait, as much as one transaction should hold.
    ///
    /// @return how many entries there were; if not [#AT_ONCE], nothing of them is left
    private int follow() throws SQLException {
        var taken = Set.copyOf(waiting);
        waiting.removeAll(taken);
        var left = new HashSet<>(taken);
        try {
            var places = new ArrayList<Place>();
            for (var conversation : taken) {
                places.add(new Place(conversation, SearchIndex.place(index, conversation)));
            }
            var pieces = readers.snapshot(db -> read(db, places));
            write(pieces);
            pieces.stream().filter(Piece::last).forEach(piece -> left.remove(piece.conversation()));
            return pieces.stream().mapToInt(piece -> piece.entries().size()).sum();
        } finally {
            waiting.addAll(left);
        }
    }

    /// How far a conversation is.
    private record Place(ConversationId conversation, SearchIndex.Place at) {}

    /// What comes next in a conversation.
    ///
    /// @param changed the messages that were not only sent, as they are now
    /// @param last whether there is no more
    private record Piece(Place place, List<Entry> entries, List<Message> changed, boolean last) {
        ConversationId conversation() {
            return place.conversation();
        }
    }

    private List<Piece> read(Db db, List<Place> places) throws SQLException {
        var pieces = new ArrayList<Piece>();
        var room = AT_ONCE;
        for (var place : places) {
            if (room == 0) {
                return pieces;
            }
            var behind = Intervals.everything().behind(place.at().seq());
            var entries = events.first(db, place.conversation(), behind, room);
            pieces.add(new Piece(place, entries, changed(db, entries), entries.size() < room));
            room -= entries.size();
        }
        return pieces;
    }

    private List<Message> changed(Db db, List<Entry> entries) throws SQLException {
        var seqs = new HashSet<Long>();
        var messages = new ArrayList<Message>();
        for (var entry : entries) {
            if (entry.event() instanceof Durable.OfMessage event && seqs.add(event.message())) {
                var id = new MessageId(entry.conversation(), event.message());
                lines.message(db, id).ifPresent(messages::add);
            }
        }
        return messages;
    }

    private void write(List<Piece> pieces) throws SQLException {
        index.update("BEGIN IMMEDIATE");
        try {
            for (var piece : pieces) {
                write(piece);
            }
            index.update("COMMIT");
        } catch (SQLException | RuntimeException e) {
            rollBack(e);
            throw e;
        }
    }

    private void rollBack(Exception why) {
        try {
            index.update("ROLLBACK");
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private void write(Piece piece) throws SQLException {
        if (piece.entries().isEmpty()) {
            return;
        }
        var no = piece.place().at().no();
        for (var entry : piece.entries()) {
            if (entry.event() instanceof Durable.Posted posted) {
                SearchIndex.add(index, no, entry.seq(), posted.content().text());
            }
        }
        for (var message : piece.changed()) {
            SearchIndex.replace(index, no, message.seq(), message.content().text());
        }
        index.update(SearchIndex.MOVE, piece.entries().getLast().seq(), no);
    }

    private void tellProgress(int more) {
        var before = indexed / TOLD_EVERY;
        indexed += more;
        if (indexed / TOLD_EVERY > before) {
            watch.progress("the search index has read " + indexed + " events");
        }
    }

    /// Stops where it is; the next start goes on there.
    void close() throws InterruptedException, SQLException {
        thread.shutdownNow();
        thread.awaitTermination(1, TimeUnit.MINUTES);
        index.close();
    }
}
