// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.sync;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.log.Log;
import io.palabre.core.log.Slice;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Brings a client up to date, page by page. Its connection is seated before (see the hub), so what
/// happens meanwhile reaches it there.
public final class Sync {

    /// How many entries a page holds.
    static final int PAGE = 200;

    /// How many missed entries of one log are sent one by one; beyond, the client is told to
    /// reload.
    static final int MOST_MISSED = 1_000;

    /// How many are sent of all conversations together; what does not fit is reloaded too.
    static final int MOST_IN_ALL = 5_000;

    private static final Slice END = new Slice(List.of(), 0);

    private final Log log;

    public Sync(Log log) {
        this.log = log;
    }

    /// Hands out the pages in order. A client that missed nothing costs no query.
    public void run(PersonId person, Cursors cursors, Consumer<SyncPage> out) {
        var epoch = log.epoch();
        var own = log.ownHead(person);
        var heads = log.heads(cursors.conversations().keySet());
        if (fromElsewhere(person, cursors, own, heads)) {
            out.accept(new SyncPage.EpochChanged(epoch));
            return;
        }
        own(person, cursors.own(), own, out);
        var room = (long) MOST_IN_ALL;
        for (var cursor : cursors.conversations().entrySet()) {
            var conversation = cursor.getKey();
            if (!cursor.getValue().equals(heads.get(conversation))) {
                room -= conversation(person, conversation, cursor.getValue(), room, out);
            }
        }
        out.accept(new SyncPage.Done(epoch, own));
    }

    /// Whether the client has seen what this log does not hold. A stranger's claim about a
    /// conversation counts for nothing, so that nobody can probe one.
    private boolean fromElsewhere(
            PersonId person, Cursors cursors, long own, Map<ConversationId, Long> heads) {
        var otherEpoch = cursors.epoch() != null && !cursors.epoch().equals(log.epoch());
        return otherEpoch
                || cursors.own() > own
                || cursors.conversations().entrySet().stream()
                        .filter(c -> c.getValue() > heads.getOrDefault(c.getKey(), Long.MAX_VALUE))
                        .anyMatch(c -> log.visibleAfter(person, c.getKey(), 0, 1).isPresent());
    }

    private void own(PersonId person, long from, long head, Consumer<SyncPage> out) {
        if (head - from > MOST_MISSED) {
            out.accept(new SyncPage.ReloadOwn());
            return;
        }
        var seq = from;
        while (seq < head) {
            var entries = log.ownAfter(person, seq, PAGE);
            out.accept(new SyncPage.Own(entries));
            seq = entries.getLast().seq();
        }
    }

    /// Says how many entries it has handed out, at most `room`.
    private long conversation(
            PersonId person,
            ConversationId conversation,
            long from,
            long room,
            Consumer<SyncPage> out) {
        var first = log.visibleAfter(person, conversation, from, PAGE);
        if (first.isEmpty()) {
            out.accept(new SyncPage.Gone(conversation));
            return 0;
        }
        var missed = first.get().entries().size() + first.get().remaining();
        if (missed > Math.min(room, MOST_MISSED)) {
            out.accept(new SyncPage.Reload(conversation));
            return 0;
        }
        pages(person, conversation, first.get(), out);
        return missed;
    }

    private void pages(
            PersonId person, ConversationId conversation, Slice first, Consumer<SyncPage> out) {
        var slice = first;
        while (!slice.entries().isEmpty()) {
            out.accept(new SyncPage.Missed(conversation, slice.entries()));
            if (slice.remaining() == 0) {
                return;
            }
            var last = slice.entries().getLast().seq();
            slice = log.visibleAfter(person, conversation, last, PAGE).orElse(END);
        }
    }
}
