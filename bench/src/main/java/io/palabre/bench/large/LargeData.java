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
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A data folder with so many messages: a tenth of them in one conversation, four tenths in the
/// other 4,999 of the same person, the rest in conversations of others. How far it has come is kept
/// beside the data, so it goes on where it was stopped; what was written twice counts once.
final class LargeData implements AutoCloseable {
    static final int CONVERSATIONS = 5_000;
    private static final int BATCH = 10_000;
    private static final int AT_ONCE = 512;

    final SqliteStore store;
    final PersonId reader;
    final List<ConversationId> theirs;
    final Words words = new Words();
    private final List<PersonId> others;
    private final List<ConversationId> strangers;
    private final Path folder;
    private final Progress progress;

    private LargeData(Path folder, Progress progress) throws IOException {
        this.folder = folder;
        this.progress = progress;
        Files.createDirectories(folder);
        store = SqliteStore.open(data(folder), StoreOptions.standard(), _ -> _ -> {});
        reader = person("reader");
        others = each(CONVERSATIONS, i -> person("other-%04d".formatted(i)));
        theirs = each(CONVERSATIONS, i -> between(reader, others.get(i)));
        strangers =
                each(
                        CONVERSATIONS,
                        i -> between(others.get(i), others.get((i + 1) % CONVERSATIONS)));
    }

    static Path data(Path folder) {
        return folder.resolve("data");
    }

    /// Makes it, or what is missing of it.
    static LargeData make(Path folder, long messages, Progress progress) throws IOException {
        var data = new LargeData(folder, progress);
        data.write(messages);
        return data;
    }

    private void write(long messages) throws IOException {
        var mark = folder.resolve("written");
        var done = Files.exists(mark) ? Long.parseLong(Files.readString(mark).strip()) : 0;
        var began = System.nanoTime();
        for (var from = done; from < messages; from += BATCH) {
            var to = Math.min(messages, from + BATCH);
            forEach(LongStream.range(from, to).toArray(), this::post);
            Files.writeString(mark, Long.toString(to));
            if (to % (BATCH * 10) == 0 || to == messages) say(to, messages, done, began);
        }
    }

    private void say(long to, long messages, long done, long began) {
        var rate = (to - done) * 1e9 / (System.nanoTime() - began);
        progress.say(
                "%,d of %,d messages, %,.0f/s, %,.0f s left"
                        .formatted(to, messages, rate, (messages - to) / rate));
    }

    private ConversationId place(long i) {
        var kind = i % 10;
        if (kind == 0) return theirs.getFirst();
        return (kind < 5 ? theirs : strangers).get(spread(i));
    }

    private PersonId writer(long i) {
        return others.get(i % 10 == 0 ? 0 : spread(i));
    }

    private static int spread(long i) {
        return (int) (i * 2_654_435_761L % CONVERSATIONS);
    }

    private void post(long i) {
        var command =
                new Command.Post(
                        writer(i), place(i), new ClientId("m" + i), Content.text(words.text(i)));
        if (store.log().commit(command) instanceof Outcome.Refused(var refusal)) {
            throw new IllegalStateException("message %d: %s".formatted(i, refusal));
        }
    }

    /// Whether the search index has come to message number `i`.
    boolean isIndexed(long i) {
        var word = Terms.of(words.text(i)).orElseThrow();
        var query = new Search.Query(word, place(i), null, null, 1);
        return store.search().find(writer(i), query).orElseThrow().hits().size() == 1;
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

    private static void forEach(long[] numbers, LongConsumer work) {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var coming = new ArrayList<Future<?>>();
            for (var start = 0; start < AT_ONCE; start++) {
                var first = start;
                coming.add(
                        many.submit(
                                () -> {
                                    for (var i = first; i < numbers.length; i += AT_ONCE) {
                                        work.accept(numbers[i]);
                                    }
                                }));
            }
            coming.forEach(LargeData::result);
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
