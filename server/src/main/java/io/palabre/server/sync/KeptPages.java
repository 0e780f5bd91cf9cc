// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.sync;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.palabre.core.conversations.Intervals;
import io.palabre.core.ids.ConversationId;
import io.palabre.server.edge.Words;
import io.palabre.server.wire.Json;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Pages that all get alike who missed the same of a conversation, kept for a while: after a
/// restart thousands ask for the same. A page that is kept holds nothing but messages, none of
/// which quotes another or was reacted to; it is for those who have hidden nothing there. So what
/// it says depends on nothing but the log, up to the last number there is, which is in its key:
/// whatever changes a message takes the next number.
final class KeptPages {
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final int MOST_LETTERS = 8_000_000;

    private final Json json;
    private final Cache<Key, Part.Kept> pages =
            Caffeine.newBuilder()
                    .expireAfterWrite(A_WHILE)
                    .maximumWeight(MOST_LETTERS)
                    .weigher((Key _, Part.Kept kept) -> kept.words().json().length())
                    .build();

    /// @param part ends with the last number
    private record Key(ConversationId conversation, Intervals part) {}

    KeptPages(Json json) {
        this.json = json;
    }

    Part.@Nullable Kept find(ConversationId conversation, Intervals part) {
        return pages.getIfPresent(new Key(conversation, part));
    }

    Part.Kept keep(ConversationId conversation, Intervals part, Part.Page page) {
        var kept = new Part.Kept(page, new Words("sync_page", json.write(page)));
        pages.put(new Key(conversation, part), kept);
        return kept;
    }
}
