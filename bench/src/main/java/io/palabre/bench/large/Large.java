// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.large;

import io.palabre.bench.Home;
import io.palabre.bench.report.Goal;
import io.palabre.bench.report.Progress;
import io.palabre.bench.report.Report;
import io.palabre.bench.report.Table;
import io.palabre.sql.Backup;
import io.palabre.sql.SqliteStore;
import io.palabre.sql.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// What people ask of a store with very many messages, beside the same of one with few.
public final class Large {
    private static final long FEW = 10_000;

    /// Beside which search is held: of fewer nobody would make an index.
    private static final long SOME = 100_000;

    private static final String START = "start of the store";
    private static final int STARTS = 100;
    private static final String BACKUP = "backup";
    private static final Duration TO_INDEX = Duration.ofMinutes(30);

    private final Home home;
    private final Path folders;
    private final Progress progress;

    /// @param folders where data is kept
    public Large(Home home, Path folders, Progress progress) {
        this.home = home;
        this.folders = folders;
        this.progress = progress;
    }

    /// Makes what is missing of the data and measures; the data stays for the next time.
    public Report run(long messages) throws IOException {
        var few = measured(FEW);
        var some = messages > SOME ? searched(SOME) : few.get(LargeReads.SEARCH);
        var many = measured(messages);
        var rows = new ArrayList<Table.Row>();
        many.forEach((what, histogram) -> rows.add(row(what, histogram, few.get(what))));
        var columns =
                List.of(
                        Table.Column.detail("p50 ms", 3, ""),
                        Table.Column.figure("p99 ms", 3),
                        Table.Column.detail("p99 ms at 10,000", 3, ""),
                        Table.Column.ratio("10,000 messages"));
        var title = "%,d messages, one reader".formatted(messages);
        return new Report(
                "--messages " + messages,
                "in one process with the store; warm; one after the other",
                List.of(new Table(title, "what", columns, rows)),
                goals(messages, many, few, some),
                List.of("data kept in " + folder(messages)));
    }

    private Path folder(long messages) {
        return folders.resolve("large-" + messages);
    }

    private Map<String, Histogram> measured(long messages) throws IOException {
        var all = new LinkedHashMap<String, Histogram>();
        try (var data = made(messages)) {
            progress.say("measuring");
            all.putAll(new LargeReads(data).measure());
        }
        all.put(START, start(LargeData.data(folder(messages))));
        all.put(BACKUP, backup(messages));
        return all;
    }

    private Histogram searched(long messages) throws IOException {
        try (var data = made(messages)) {
            progress.say("measuring search");
            return new LargeReads(data).searches();
        }
    }

    private LargeData made(long messages) throws IOException {
        progress.say("making %,d messages, or what is missing of them".formatted(messages));
        var data = LargeData.make(folder(messages), messages, progress);
        awaitIndex(data, messages);
        return data;
    }

    /// The index follows behind the messages.
    private void awaitIndex(LargeData data, long messages) {
        progress.say("waiting for the search index");
        var until = System.nanoTime() + TO_INDEX.toNanos();
        while (!data.isIndexed(messages - 1)) {
            if (System.nanoTime() > until) throw new IllegalStateException("it is not indexed");
            LargeData.pause();
        }
    }

    private static Histogram start(Path folder) {
        var histogram = new Histogram(3);
        for (var i = 0; i < STARTS; i++) {
            var began = System.nanoTime();
            var store = SqliteStore.open(folder, StoreOptions.standard(), _ -> _ -> {});
            histogram.recordValue((System.nanoTime() - began) / 1_000);
            store.close();
        }
        return histogram;
    }

    private Histogram backup(long messages) throws IOException {
        progress.say("backup");
        var into = home.emptied("large-backup");
        var began = System.nanoTime();
        Backup.make(LargeData.data(folder(messages)), into);
        var histogram = new Histogram(3);
        histogram.recordValue((System.nanoTime() - began) / 1_000);
        var bytes = Files.size(SqliteStore.file(into));
        progress.say("the backup has %,d MB".formatted(bytes / 1_000_000));
        home.emptied("large-backup");
        return histogram;
    }

    private static Table.Row row(String what, Histogram many, @Nullable Histogram few) {
        return Table.Row.of(
                what,
                many.getValueAtPercentile(50) / 1_000.0,
                p99(many),
                p99(few),
                p99(many) / p99(few));
    }

    private static double p99(@Nullable Histogram histogram) {
        return histogram == null ? Double.NaN : histogram.getValueAtPercentile(99) / 1_000.0;
    }

    private static List<Goal> goals(
            long messages,
            Map<String, Histogram> many,
            Map<String, Histogram> few,
            @Nullable Histogram some) {
        var goals = new ArrayList<Goal>();
        goals.add(within(LargeReads.OPEN, many, 5));
        goals.add(within(LargeReads.OPEN_HOT, many, 5));
        goals.add(within(LargeReads.LIST, many, 20));
        goals.add(within(LargeReads.RELOAD, many, 1_000));
        goals.add(within(LargeReads.SEARCH, many, 100));
        for (var what :
                List.of(
                        LargeReads.OPEN,
                        LargeReads.OPEN_HOT,
                        LargeReads.PAGE,
                        LargeReads.LIST,
                        LargeReads.NOTHING,
                        START)) {
            goals.add(
                    Goal.atMost(
                            "%s, %,d beside 10,000".formatted(what, messages),
                            p99(many.get(what)) / p99(few.get(what)),
                            2));
        }
        goals.add(
                Goal.atMost(
                        "%s, %,d beside 100,000".formatted(LargeReads.SEARCH, messages),
                        p99(many.get(LargeReads.SEARCH)) / p99(some),
                        10));
        return goals;
    }

    private static Goal within(String what, Map<String, Histogram> many, double millis) {
        return Goal.atMost(what, p99(many.get(what)), millis).in("p99 ms");
    }
}
