// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.large;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.inbox.Selection;
import io.palabre.core.inbox.Window;
import io.palabre.core.search.Search;
import io.palabre.core.search.Terms;
import io.palabre.core.sync.Cursors;
import io.palabre.core.sync.Sync;
import io.palabre.core.sync.SyncPage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/// What people ask, each many times, one after the other, against the store itself.
final class LargeReads {
    static final String OPEN = "open a conversation, its last 50 lines";
    static final String OPEN_HOT = "open the largest conversation";
    static final String PAGE = "50 lines around some number of the largest";
    static final String LIST = "list of a person with 5,000 conversations, first 50";
    static final String SEARCH = "search of a word in one's own conversations";
    static final String MISSED = "catch up 900 missed of one conversation";
    static final String RELOAD = "catch up 10,000 missed (told to reload, and the last page)";
    static final String NOTHING = "resume of 200 conversations that missed nothing";

    private static final int SAMPLES = 10_000;
    private static final int FEWER = 1_000;
    private static final int LINES = 50;

    private final LargeData data;
    private final SplittableRandom random = new SplittableRandom(1);

    LargeReads(LargeData data) {
        this.data = data;
    }

    /// In microseconds, by what was asked.
    Map<String, Histogram> measure() {
        var all = new LinkedHashMap<String, Histogram>();
        all.put(OPEN, timed(SAMPLES, _ -> latest(anyConversation())));
        all.put(OPEN_HOT, timed(SAMPLES, _ -> latest(hot())));
        all.put(PAGE, timed(SAMPLES, _ -> around()));
        all.put(LIST, timed(FEWER, _ -> list()));
        all.put(NOTHING, timed(SAMPLES, _ -> sync(atEnd())));
        all.put(MISSED, timed(FEWER, _ -> sync(behind(900))));
        all.put(RELOAD, timed(FEWER, _ -> reload()));
        all.put(SEARCH, searches());
        return all;
    }

    Histogram searches() {
        return timed(FEWER, this::search);
    }

    private interface Asking {
        void ask(int i);
    }

    /// A tenth more goes before, to warm up.
    private static Histogram timed(int samples, Asking asking) {
        var histogram = new Histogram(3);
        for (var i = 0; i < samples / 10; i++) asking.ask(i);
        for (var i = 0; i < samples; i++) {
            var began = System.nanoTime();
            asking.ask(i);
            histogram.recordValue((System.nanoTime() - began) / 1_000);
        }
        return histogram;
    }

    private ConversationId anyConversation() {
        var lively = data.lively();
        return lively.get(random.nextInt(lively.size()));
    }

    private ConversationId hot() {
        return data.theirs.getFirst();
    }

    private long head(ConversationId conversation) {
        return data.store.log().heads(Set.of(conversation)).getOrDefault(conversation, 0L);
    }

    private void latest(ConversationId conversation) {
        read(conversation, new Window.Latest());
    }

    private void read(ConversationId conversation, Window window) {
        var page = data.store.inbox().timeline(data.reader, conversation, window, LINES);
        if (page.isEmpty()) throw new IllegalStateException("it is not there");
    }

    private void around() {
        var seq = 1 + random.nextLong(head(hot()));
        read(hot(), new Window.Around(seq));
    }

    private void list() {
        var page = data.store.inbox().conversations(data.reader, Selection.LIST, null, LINES);
        if (page.conversations().size() < LINES) throw new IllegalStateException("a short list");
    }

    private void search(int i) {
        var rank = List.of(0, 40, 400, 2_000, 3_900).get(i % 5) + i / 5 % 40;
        var terms = Terms.of(data.words.word(rank)).orElseThrow();
        var found =
                data.store
                        .search()
                        .find(
                                data.reader,
                                new Search.Query(terms, Search.Scope.everything(), null, 20));
        if (found.isEmpty()) throw new IllegalStateException("one may not search");
    }

    private Map<ConversationId, Long> atEnd() {
        var cursors = new HashMap<ConversationId, Long>();
        for (var each : data.theirs.subList(0, 200)) cursors.put(each, head(each));
        return cursors;
    }

    private Map<ConversationId, Long> behind(long missed) {
        return Map.of(hot(), Math.max(0, head(hot()) - missed));
    }

    private void reload() {
        var pages = sync(behind(10_000));
        if (pages.getOrDefault(SyncPage.Reload.class, 0) > 0) latest(hot());
    }

    private Map<Class<?>, Integer> sync(Map<ConversationId, Long> cursors) {
        var log = data.store.log();
        var pages = new HashMap<Class<?>, Integer>();
        var held = new Cursors(log.epoch(), log.ownHead(data.reader), cursors);
        new Sync(log)
                .run(
                        data.reader,
                        held,
                        page -> {
                            pages.merge(page.getClass(), 1, Integer::sum);
                            if (page instanceof SyncPage.Behind missed) log.entries(missed.parts());
                        });
        return pages;
    }
}
