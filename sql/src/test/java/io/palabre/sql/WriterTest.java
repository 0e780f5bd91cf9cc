// SPDX-License-Identifier: Apache-2.0
package io.palabre.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palabre.core.SystemTime;
import io.palabre.core.log.Unavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WriterTest {

    private static final String PUT = "INSERT INTO note (text) VALUES (?)";

    /// Once set, files are opened so that they cannot grow.
    private final AtomicBoolean full = new AtomicBoolean();

    private final AtomicInteger forgotten = new AtomicInteger();
    private final List<StoreWatch.Batch> batches = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final StoreWatch watch =
            new StoreWatch() {
                @Override
                public void written(Batch batch) {
                    batches.add(batch);
                }

                @Override
                public void fault(String what, Throwable cause) {
                    faults.add(what);
                }
            };
    private final Dispatcher dispatcher = new Dispatcher(watch);
    private final Writer writer;
    private final Path file;

    WriterTest(@TempDir Path folder) throws SQLException {
        file = folder.resolve("test.db");
        var parts = new Writer.Parts(this::open, dispatcher, forgotten::incrementAndGet, watch);
        writer = new Writer(open(), parts, new SystemTime());
    }

    private Db open() throws SQLException {
        var db = Connections.writer(file);
        if (full.get()) {
            limit(db);
        }
        return db;
    }

    private static int limit(Db db) throws SQLException {
        var pages = db.first("PRAGMA page_count", row -> row.small(1)).orElseThrow();
        return db.first("PRAGMA max_page_count = " + pages, row -> row.small(1)).orElseThrow();
    }

    @BeforeEach
    void start() throws SQLException {
        writer.start(_ -> {});
        writer.write(db -> db.update("CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB)"));
        writer.write(db -> db.update("CREATE TABLE note (text TEXT NOT NULL)"));
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
        dispatcher.close();
    }

    private List<String> notes() throws SQLException {
        try (var db = Connections.reader(file)) {
            return db.list("SELECT text FROM note ORDER BY rowid", row -> row.text(1));
        }
    }

    @Test
    void a_piece_that_fails_is_undone_alone() throws Exception {
        var held = new CountDownLatch(1);
        var blocker = async(db -> held.await(10, TimeUnit.SECONDS));
        var good = async(db -> db.update(PUT, "good"));
        var bad =
                async(
                        db -> {
                            db.update(PUT, "bad");
                            throw new IllegalStateException("on purpose");
                        });
        var none = async(db -> db.update(PUT, (Object) null));
        var better = async(db -> db.update(PUT, "better"));
        held.countDown();
        blocker.get();
        good.get();
        better.get();
        assertThat(bad).failsWithin(10, TimeUnit.SECONDS);
        assertThat(none).failsWithin(10, TimeUnit.SECONDS);
        assertThat(notes()).containsExactlyInAnyOrder("good", "better");
        assertThat(faults).isEmpty();
    }

    @Test
    void one_piece_that_fails_among_many_costs_a_few_transactions() throws Exception {
        var held = new CountDownLatch(1);
        var blocker = async(db -> held.await(10, TimeUnit.SECONDS));
        var good =
                IntStream.range(0, 200)
                        .mapToObj(i -> async(db -> db.update(PUT, "good " + i)))
                        .toList();
        var bad =
                async(
                        db -> {
                            db.update(PUT, "bad");
                            throw new IllegalStateException("on purpose");
                        });
        var before = batches.size();
        held.countDown();
        blocker.get();
        for (var one : good) {
            one.get();
        }
        assertThat(bad).failsWithin(10, TimeUnit.SECONDS);
        assertThat(notes()).hasSize(200).doesNotContain("bad");
        var later = batches.subList(before, batches.size());
        assertThat(later).hasSizeLessThan(100);
        assertThat(later.stream().mapToInt(StoreWatch.Batch::size).sum()).isGreaterThan(199);
    }

    /// A job that may also be interrupted.
    @FunctionalInterface
    private interface Work {
        Object on(Db db) throws SQLException, InterruptedException;
    }

    private CompletableFuture<Object> async(Work work) {
        var answer = new CompletableFuture<Object>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                answer.complete(writer.write(db -> uninterrupted(work, db)));
                            } catch (RuntimeException e) {
                                answer.completeExceptionally(e);
                            }
                        });
        return answer;
    }

    private static Object uninterrupted(Work work, Db db) throws SQLException {
        try {
            return work.on(db);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_waits_during_a_sync_shares_the_next_one() throws Exception {
        var held = new CountDownLatch(1);
        var first = async(db -> held.await(10, TimeUnit.SECONDS));
        var others = new ArrayList<CompletableFuture<Object>>();
        for (var i = 0; i < 600; i++) {
            others.add(async(db -> db.update(PUT, "x")));
        }
        held.countDown();
        first.get();
        for (var other : others) {
            other.get();
        }
        assertThat(notes()).hasSize(600);
        assertThat(batches).allMatch(batch -> batch.size() <= 256);
        assertThat(batches).hasSizeLessThan(200).anyMatch(batch -> batch.size() > 1);
    }

    @Test
    void a_full_disk_is_never_acknowledged_and_heals_without_a_restart() throws Exception {
        writer.write(db -> db.update(PUT, "before"));
        full.set(true);
        writer.write(WriterTest::limit);
        assertThatThrownBy(() -> writer.write(db -> db.update(PUT, "much ".repeat(100_000))))
                .isInstanceOfSatisfying(Unavailable.class, e -> assertThat(e.undecided()).isTrue());
        assertThatThrownBy(this::untilSafe)
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.undecided()).isFalse());
        assertThat(notes()).containsExactly("before");

        full.set(false);
        Await.until(() -> accepts("after"));
        assertThat(notes()).containsExactly("before", "after");
        assertThat(forgotten).hasPositiveValue();
        assertThat(faults).contains("the store cannot write", "the store still cannot write");
    }

    /// The writer has not noticed its fault until it has tried to mend it.
    private void untilSafe() {
        Await.until(() -> faults.contains("the store still cannot write"));
        writer.write(db -> db.update(PUT, "while full"));
    }

    private boolean accepts(String text) {
        try {
            writer.write(db -> db.update(PUT, text));
            return true;
        } catch (Unavailable e) {
            assertThat(e.undecided()).isFalse();
            return false;
        }
    }

    @Test
    void what_was_accepted_before_closing_is_written_and_later_is_refused() throws Exception {
        var held = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var first =
                async(
                        _ -> {
                            begun.countDown();
                            return held.await(10, TimeUnit.SECONDS);
                        });
        begun.await();
        var second = async(db -> db.update(PUT, "in time"));
        var closing = Thread.ofVirtual().start(this::closeQuietly);
        held.countDown();
        closing.join();
        first.get();
        assertThatThrownBy(() -> writer.write(db -> db.update(PUT, "late")))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.undecided()).isFalse());
        assertThat(notes().contains("in time")).isEqualTo(!second.isCompletedExceptionally());
    }

    private void closeQuietly() {
        try {
            writer.close();
        } catch (InterruptedException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_is_on_disk_is_answered_though_nobody_can_be_told_of_it_yet() throws Exception {
        var begun = new CountDownLatch(1);
        var held = new CountDownLatch(1);
        writer.write(
                _ -> "",
                (_, telling) ->
                        telling.then(
                                () -> {
                                    begun.countDown();
                                    assertThat(uninterrupted(held)).isTrue();
                                }));
        begun.await();
        try {
            var all = CompletableFuture.supplyAsync(this::fill, Thread::startVirtualThread);
            assertThat(all).succeedsWithin(30, TimeUnit.SECONDS);
        } finally {
            held.countDown();
        }
    }

    /// One more than the dispatcher takes.
    private Object fill() {
        for (var i = 0; i <= Dispatcher.MOST_WAITING; i++) {
            writer.write(_ -> "", (_, telling) -> telling.then(() -> {}));
        }
        return "filled";
    }

    private static boolean uninterrupted(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_listener_that_fails_is_reported_and_does_not_stop_the_rest() throws Exception {
        var heard = new CountDownLatch(1);
        writer.write(
                _ -> "",
                (_, telling) -> {
                    telling.then(
                            () -> {
                                throw new IllegalStateException("on purpose");
                            });
                    telling.then(heard::countDown);
                });
        assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(faults).containsExactly("telling what was committed has failed");
    }
}
