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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/// One thread that lets the search index follow the log, conversation by conversation, from the
/// number it has reached in each. What was committed only says where there is something new; what
/// it missed because the program was not there, it finds at the start.
final class Indexer implements Committed {

    private static final int AT_ONCE = 500;
    private static final int TOLD_EVERY = 100_000;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    static final String BEHIND =
            "SELECT c.id, c.seq FROM conversation c ORDER BY c.id LIMIT 1000 OFFSET ?";

    private final Db index;
    private final Readers readers;
    private final Events events;
    private final Lines lines;
    private final StoreWatch watch;
    private final Set<ConversationId> waiting = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<ConversationId> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private long indexed;

    /// @param index open for writing, this thread's own
    Indexer(Db index, Readers readers, Events events, StoreWatch watch) {
        lines = new Lines(events);
        this.index = index;
        this.readers = readers;
        this.events = events;
        this.watch = watch;
        thread = Thread.ofPlatform().daemon().name("palabre-indexer").unstarted(this::run);
        thread.start();
    }

    @Override
    public void committed(List<Outcome.Accepted> batch) {
        batch.forEach(accepted -> accepted.entries().forEach(e -> add(e.conversation())));
    }

    @Override
    public void perhapsCommitted(List<Outcome.Accepted> batch) {
        committed(batch);
    }

    private void add(ConversationId conversation) {
        if (waiting.add(conversation)) {
            queue.add(conversation);
        }
    }

    private void run() {
        try {
            untilDone(this::findMissed);
            if (indexed >= TOLD_EVERY) {
                watch.progress("the search index is complete again");
            }
            while (true) {
                var conversation = queue.take();
                waiting.remove(conversation);
                untilDone(() -> follow(conversation));
            }
        } catch (InterruptedException _) {
            // closing
        }
    }

    /// Work on both files.
    private interface Work {
        void run() throws SQLException, InterruptedException;
    }

    private void untilDone(Work work) throws InterruptedException {
        while (true) {
            try {
                work.run();
                return;
            } catch (SQLException | RuntimeException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                watch.fault("the search index does not follow", e);
                Thread.sleep(BETWEEN_ATTEMPTS);
            }
        }
    }

    private void findMissed() throws SQLException, InterruptedException {
        record Head(ConversationId conversation, long seq) {}
        for (var from = 0; ; from += 1_000) {
            var offset = from;
            var heads =
                    readers.read(
                            db ->
                                    db.list(
                                            BEHIND,
                                            row -> new Head(row.conversation(1), row.number(2)),
                                            offset));
            for (var head : heads) {
                if (SearchIndex.place(index, head.conversation()).seq() < head.seq()) {
                    follow(head.conversation());
                }
            }
            if (heads.isEmpty()) {
                return;
            }
        }
    }

    private void follow(ConversationId conversation) throws SQLException, InterruptedException {
        List<Entry> entries;
        do {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var place = SearchIndex.place(index, conversation);
            var behind = Intervals.everything().behind(place.seq());
            entries = readers.read(db -> events.first(db, conversation, behind, AT_ONCE));
            if (!entries.isEmpty()) {
                write(place, entries.getLast().seq(), messagesNow(entries));
                tellProgress(entries.size());
            }
        } while (entries.size() == AT_ONCE);
    }

    /// The messages that these entries sent or changed, as they are now.
    private List<Message> messagesNow(List<Entry> entries) {
        var touched =
                entries.stream().flatMap(entry -> touched(entry).stream()).distinct().toList();
        return readers.snapshot(
                db -> {
                    var messages = new ArrayList<Message>();
                    for (var id : touched) {
                        lines.message(db, id).ifPresent(messages::add);
                    }
                    return messages;
                });
    }

    private static Optional<MessageId> touched(Entry entry) {
        return switch (entry.event()) {
            case Durable.Posted _ -> Optional.of(entry.id());
            case Durable.OfMessage event ->
                    Optional.of(new MessageId(entry.conversation(), event.message()));
            default -> Optional.empty();
        };
    }

    private void write(SearchIndex.Place place, long upTo, List<Message> messages)
            throws SQLException {
        index.update("BEGIN IMMEDIATE");
        try {
            for (var message : messages) {
                SearchIndex.put(index, place.no(), message.seq(), message.content().text());
            }
            index.update(SearchIndex.MOVE, upTo, place.no());
            index.update("COMMIT");
        } catch (SQLException | RuntimeException e) {
            index.update("ROLLBACK");
            throw e;
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
        thread.interrupt();
        thread.join();
        index.close();
    }
}
