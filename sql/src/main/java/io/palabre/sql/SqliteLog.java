// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import io.palabre.core.Time;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Decision;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Intervals;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.conversations.Rules;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.log.Epoch;
import io.palabre.core.log.Log;
import io.palabre.core.log.Missed;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The logs in SQLite. Commands are decided on the writer's thread, inside its transaction.
final class SqliteLog implements Log {

    static final String HEAD = "SELECT seq FROM conversation WHERE id = ?";
    static final String OWN_HEAD = "SELECT own_seq FROM person WHERE id = ?";
    static final String MEMBERSHIP = "SELECT conversation FROM member WHERE person = ?";

    private final Threads threads;
    private final Rules rules;
    private final Events events;
    private final Across across;
    private final Ledger ledger;
    private final Epoch epoch;

    /// What does the work, and what it remembers.
    record Threads(Writer writer, Readers readers, Heads heads, Time time) {}

    /// The last numbers of late, and who has blocked whom.
    record Heads(
            HeadCache<ConversationId> conversations,
            HeadCache<PersonId> people,
            SqliteBlocks blocks) {

        void remember(Outcome.Accepted accepted) {
            accepted.entries().forEach(e -> conversations.committed(e.conversation(), e.seq()));
            accepted.own().forEach(own -> people.committed(own.person(), own.seq()));
            blocks.committed(accepted.own());
        }

        void forget() {
            conversations.forget();
            people.forget();
            blocks.forget();
        }
    }

    SqliteLog(Threads threads, Rules rules, Events events, Ledger ledger, Epoch epoch) {
        this.threads = threads;
        this.rules = rules;
        this.events = events;
        across = Across.of(events);
        this.ledger = ledger;
        this.epoch = epoch;
    }

    @Override
    public Outcome commit(Command command) {
        return threads.writer().write(db -> decide(db, command), this::tell);
    }

    private Outcome decide(Db db, Command command) throws SQLException {
        var now = threads.time().now();
        try {
            return switch (rules.decide(
                    new SqlFacts(db, events, new Lines(events)), command, now)) {
                case Decision.Refuse(var refusal) -> new Outcome.Refused(refusal);
                case Decision.Repeat(var conversation, var said) ->
                        new Outcome.Accepted(conversation, said, List.of(), true);
                case Decision.Append append -> ledger.carryOut(db, append, now);
            };
        } catch (SqlFacts.Unanswered e) {
            throw e.failure();
        }
    }

    private void tell(Outcome outcome, Telling telling) {
        if (outcome instanceof Outcome.Accepted accepted && !accepted.repeated()) {
            if (telling.isSafe()) {
                threads.heads().remember(accepted);
            }
            telling.committed(accepted);
        }
    }

    @Override
    public Epoch epoch() {
        return epoch;
    }

    @Override
    public Map<ConversationId, Long> heads(Set<ConversationId> conversations) {
        var cache = threads.heads().conversations();
        var heads = new HashMap<ConversationId, Long>();
        var unknown = new HashSet<ConversationId>();
        for (var conversation : conversations) {
            var head = cache.known(conversation);
            if (head == null) {
                unknown.add(conversation);
            } else {
                heads.put(conversation, head);
            }
        }
        if (!unknown.isEmpty()) {
            heads.putAll(threads.readers().read(db -> load(db, cache, HEAD, unknown)));
        }
        return heads;
    }

    private static <K> Map<K, Long> load(Db db, HeadCache<K> cache, String sql, Set<K> logs) {
        var heads = new HashMap<K, Long>();
        for (var log : logs) {
            var head = cache.load(log, _ -> query(db, sql, log));
            if (head != null) {
                heads.put(log, head);
            }
        }
        return heads;
    }

    private static <K> @Nullable Long query(Db db, String sql, K log) {
        try {
            return db.first(sql, row -> row.number(1), log).orElse(null);
        } catch (SQLException e) {
            throw new SqlFacts.Unanswered(e);
        }
    }

    @Override
    public List<Entry> after(ConversationId conversation, long seq, int limit) {
        var rest = Intervals.everything().behind(seq);
        return threads.readers().read(db -> events.first(db, conversation, rest, limit));
    }

    @Override
    public Map<ConversationId, Missed> missed(PersonId reader, Map<ConversationId, Long> held) {
        return threads.readers().read(db -> across.missed(db, reader, held));
    }

    @Override
    public Map<ConversationId, List<Entry>> entries(Map<ConversationId, Intervals> parts) {
        return threads.readers().read(db -> across.entries(db, parts));
    }

    @Override
    public long ownHead(PersonId person) {
        var cache = threads.heads().people();
        var known = cache.known(person);
        return known != null
                ? known
                : threads.readers()
                        .read(db -> load(db, cache, OWN_HEAD, Set.of(person)))
                        .getOrDefault(person, 0L);
    }

    @Override
    public List<OwnEntry> ownAfter(PersonId person, long seq, int limit) {
        return threads.readers()
                .read(db -> db.list(Events.OWN, events::ownEntry, person, seq, limit));
    }

    @Override
    public void atMembership(PersonId person, Consumer<Set<ConversationId>> then) {
        var seated = new CompletableFuture<Void>();
        threads.writer()
                .write(
                        db -> Set.copyOf(db.list(MEMBERSHIP, row -> row.conversation(1), person)),
                        (conversations, telling) ->
                                telling.then(() -> seat(seated, then, conversations)));
        seated.join();
    }

    private static void seat(
            CompletableFuture<Void> seated,
            Consumer<Set<ConversationId>> then,
            Set<ConversationId> conversations) {
        try {
            then.accept(conversations);
            seated.complete(null);
        } catch (RuntimeException | Error e) {
            seated.completeExceptionally(e);
        }
    }
}
