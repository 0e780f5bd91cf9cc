// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.large;

import io.palabre.bench.report.Progress;
import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Content;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.ids.ClientId;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.people.Enrolment;
import io.palabre.core.people.Newcomer;
import io.palabre.core.search.Search;
import io.palabre.core.search.Terms;
import io.palabre.sql.SqliteStore;
import io.palabre.sql.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// A data folder with so many messages: a tenth of them in one conversation, four tenths in others
/// of the same person, who has five thousand, the rest in conversations of others. People say a few
/// things in one conversation, then somebody does in another. How far it has come is kept beside
/// the data, so it goes on where it was stopped; what was written twice counts once.
final class LargeData implements AutoCloseable {
    static final int CONVERSATIONS = 5_000;

    /// What is said in one conversation before others say something.
    private static final int BURST = 20;

    /// So many messages, or more, has each conversation in which something was said.
    private static final int SAID = 80;

    private static final int STEP = 20_000;
    private static final int AT_ONCE = 4_000;

    final SqliteStore store;
    final PersonId reader;

    /// The reader's conversations, the largest first.
    final List<ConversationId> theirs;

    final Words words = new Words();
    private final List<PersonId> others;
    private final List<ConversationId> strangers;
    private final Path folder;
    private final long messages;
    private final Progress progress;

    private LargeData(Path folder, long messages, Progress progress) throws IOException {
        this.folder = folder;
        this.messages = messages;
        this.progress = progress;
        Files.createDirectories(folder);
        store = SqliteStore.open(data(folder), StoreOptions.standard(), _ -> _ -> {});
        reader = person("reader");
        others = each(CONVERSATIONS, i -> person("other-%04d".formatted(i)));
        theirs = each(CONVERSATIONS, i -> between(reader, others.get(i)));
        strangers = each(CONVERSATIONS, i -> between(others.get(i), next(i)));
    }

    private PersonId next(int other) {
        return others.get((other + 1) % CONVERSATIONS);
    }

    static Path data(Path folder) {
        return folder.resolve("data");
    }

    /// Makes it, or what is missing of it.
    static LargeData make(Path folder, long messages, Progress progress) throws IOException {
        var data = new LargeData(folder, messages, progress);
        data.write();
        return data;
    }

    /// The reader's conversations in which something was said, those with the same share of it.
    List<ConversationId> lively() {
        return theirs.subList(1, 1 + livelyAmong(CONVERSATIONS - 1));
    }

    private int livelyAmong(int conversations) {
        return Math.clamp(messages * 4 / 10 / SAID, 1, conversations);
    }

    private void write() throws IOException {
        var mark = folder.resolve("written");
        var done = Files.exists(mark) ? Long.parseLong(Files.readString(mark).strip()) : 0;
        try (var bar = progress.bar("messages", done, messages);
                var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var room = new Semaphore(AT_ONCE);
            for (var from = done; from < messages; from += STEP) {
                var to = Math.min(messages, from + STEP);
                write(from, to, many, room);
                Files.writeString(mark, Long.toString(to));
                bar.at(to);
            }
        }
    }

    /// Many wait for the disk at the same time, in about this order.
    private void write(long from, long to, ExecutorService many, Semaphore room) {
        var coming = new ArrayList<Future<?>>();
        for (var i = from; i < to; i++) {
            var number = i;
            room.acquireUninterruptibly();
            coming.add(
                    many.submit(
                            () -> {
                                try {
                                    post(number);
                                } finally {
                                    room.release();
                                }
                            }));
        }
        coming.forEach(LargeData::result);
    }

    private void post(long i) {
        var place = place(i / BURST);
        var writer = i % 2 == 0 ? place.one() : place.other();
        var content = Content.text(words.text(i));
        var command = new Command.Post(writer, place.where(), new ClientId("m" + i), content);
        if (store.log().commit(command) instanceof Outcome.Refused(var refusal)) {
            throw new IllegalStateException("message %d: %s".formatted(i, refusal));
        }
    }

    /// A conversation and the two who are in it.
    private record Place(ConversationId where, PersonId one, PersonId other) {}

    private Place place(long burst) {
        var kind = burst % 10;
        if (kind == 0) return theirs(0);
        if (kind < 5) {
            return theirs(1 + spread(burst / 10 * 4 + kind, livelyAmong(CONVERSATIONS - 1)));
        }
        var i = spread(burst / 10 * 5 + kind, livelyAmong(CONVERSATIONS));
        return new Place(strangers.get(i), others.get(i), next(i));
    }

    private Place theirs(int i) {
        return new Place(theirs.get(i), reader, others.get(i));
    }

    /// Through all of them, far from one to the next.
    private static int spread(long turn, int count) {
        return (int) (turn * 7_919 % count);
    }

    /// Whether the search index has come to message number `i`.
    boolean isIndexed(long i) {
        var word = Terms.of(words.text(i)).orElseThrow();
        var place = place(i / BURST);
        var query = new Search.Query(word, Search.Scope.in(place.where()), null, 1);
        return store.search().find(place.one(), query).orElseThrow().hits().size() == 1;
    }

    static void pause() {
        LockSupport.parkNanos(200_000_000);
    }

    private PersonId person(String name) {
        return switch (store.people().enrol(Newcomer.named(name, name))) {
            case Enrolment.Enrolled(var person) -> person.id();
            case Enrolment.Refused _ -> store.people().byUsername(name).orElseThrow().id();
        };
    }

    private ConversationId between(PersonId one, PersonId other) {
        var outcome = store.log().commit(new Command.StartPrivate(one, other));
        return ((Outcome.Accepted) outcome).conversation();
    }

    /// In the order of their numbers, made many at once.
    private interface Making<T> {
        T make(int i);
    }

    private static <T> List<T> each(int count, Making<T> making) {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var coming =
                    IntStream.range(0, count)
                            .mapToObj(i -> many.submit(() -> making.make(i)))
                            .toList();
            var made = new ArrayList<T>();
            for (var each : coming) made.add(result(each));
            return made;
        }
    }

    private static <T> T result(Future<T> coming) {
        try {
            return coming.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
