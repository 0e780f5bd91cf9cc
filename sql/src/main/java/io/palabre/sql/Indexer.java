// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.conversations.Outcome;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.log.Committed;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Lets the search index follow the log, conversation by conversation, from the number it has
/// reached in each. What was committed only says where there is something new; what it missed
/// because the program was not there, it finds at the start.
///
/// It waits a moment after the first news and then takes much at once, in one transaction: the
/// index writes many messages for little more than one.
final class Indexer implements Committed {

    private static final int AT_ONCE = 8_000;
    private static final int CONVERSATIONS_AT_ONCE = 100;
    private static final int TOLD_EVERY = 100_000;
    private static final Duration GATHERING = Duration.ofMillis(250);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 8;
    private static final Duration BETWEEN_CHECKS = Duration.ofHours(1);
    static final String HEADS =
            "SELECT c.id, c.seq FROM conversation c WHERE c.id > ? ORDER BY c.id LIMIT 1000";

    /// Makes the index anew, empty, instead of one that is damaged.
    @FunctionalInterface
    interface Renewal {
        Db anew(Db damaged) throws SQLException;
    }

    private final Renewal renewal;
    private final Readers readers;
    private final Pieces pieces;
    private final StoreWatch watch;
    private final Set<ConversationId> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean(true);
    private final AtomicBoolean suspected = new AtomicBoolean();
    private final ScheduledExecutorService thread =
            new ScheduledThreadPoolExecutor(
                    1,
                    Thread.ofPlatform().daemon().name("palabre-indexer").factory(),
                    new ThreadPoolExecutor.DiscardPolicy());
    private Db index;
    private boolean damaged;
    private int failures;
    private byte[] searchedTo = {};
    private boolean complete;
    private long indexed;

    /// @param index open for writing, this thread's own
    Indexer(Db index, Renewal renewal, Readers readers, Events events, StoreWatch watch) {
        this.renewal = renewal;
        this.index = index;
        this.readers = readers;
        this.watch = watch;
        pieces = new Pieces(events);
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
            failures = 0;
            due.set(false);
            soon();
        } catch (SQLException | RuntimeException e) {
            if (!thread.isShutdown()) {
                later(after(e));
            }
        }
    }

    /// Says what has failed, and when to go on: what is damaged is not tried again, anything else
    /// after twice the time of before.
    private Duration after(Exception failure) {
        if (failure instanceof SQLException && SearchIndex.isDamage(failure)) {
            watch.fault("the search index is damaged and is made anew", failure);
            damaged = true;
            return Duration.ZERO;
        }
        watch.fault("the search index does not follow", failure);
        return BETWEEN_ATTEMPTS.multipliedBy(1L << Math.min(failures++, MOST_DOUBLINGS));
    }

    private void beginAnew() throws SQLException {
        index = renewal.anew(index);
        damaged = false;
        complete = false;
        searchedTo = new byte[0];
        suspected.set(false);
    }

    /// A search has met something damaged: if that is the index, it is made anew. If the index is
    /// sound, it is the store itself, and the index is not looked at again for an hour.
    void suspect() {
        if (!suspected.getAndSet(true)) {
            thread.execute(this::check);
        }
    }

    private void check() {
        try {
            SearchIndex.check(index);
            var _ =
                    thread.schedule(
                            () -> suspected.set(false),
                            BETWEEN_CHECKS.toMillis(),
                            TimeUnit.MILLISECONDS);
        } catch (SQLException e) {
            if (!damaged) {
                later(after(e));
            }
        }
    }

    private void followAll() throws SQLException {
        while (follow()) {
            // what has come meanwhile is taken too
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
            if (SearchIndex.reached(index, head.conversation()) < head.seq()) {
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
    /// @return whether there may be more
    private boolean follow() throws SQLException {
        if (waiting.isEmpty()) {
            return false;
        }
        var taken = new HashSet<ConversationId>();
        try {
            index.update("BEGIN IMMEDIATE");
            var read = takeMany(taken);
            index.update("COMMIT");
            tellProgress(read);
            return read > 0;
        } catch (SQLException | RuntimeException e) {
            waiting.addAll(taken);
            rollBack(e);
            throw e;
        }
    }

    /// Reads of some conversations and of others until it is enough, then writes it all.
    ///
    /// @param taken of which it has read
    /// @return how many entries
    private int takeMany(Set<ConversationId> taken) throws SQLException {
        var news = new Pieces.News();
        var room = AT_ONCE;
        while (room > 0 && !waiting.isEmpty()) {
            var some = some();
            taken.addAll(some);
            for (var piece : read(some, room)) {
                news.add(piece);
                room -= piece.entries().size();
            }
        }
        news.write(index);
        return AT_ONCE - room;
    }

    /// Those of which there is more go on waiting.
    private List<Pieces.Piece> read(List<ConversationId> some, int most) throws SQLException {
        var places = new ArrayList<Pieces.Place>();
        for (var conversation : some) {
            places.add(new Pieces.Place(conversation, SearchIndex.place(index, conversation)));
        }
        var read = readers.snapshot(db -> pieces.read(db, places, most));
        var left = new HashSet<>(some);
        for (var piece : read) {
            if (!piece.entries().isEmpty()) {
                SearchIndex.move(index, piece.place().at(), piece.entries().getLast().seq());
            }
            if (piece.last()) {
                left.remove(piece.place().conversation());
            }
        }
        waiting.addAll(left);
        return read;
    }

    private List<ConversationId> some() {
        var some = waiting.stream().limit(CONVERSATIONS_AT_ONCE).toList();
        some.forEach(waiting::remove);
        return some;
    }

    private void rollBack(Exception why) {
        try {
            index.update("ROLLBACK");
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
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
