// SPDX-License-Identifier: Apache-2.0
package io.palabre.core.sync;

import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.log.Log;
import io.palabre.core.log.Missed;
import java.util.ArrayList;
import java.util.HashMap;
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
        conversations(person, behind(cursors, heads), out);
        out.accept(new SyncPage.Done(epoch, own));
    }

    /// Whether the client has seen what this log does not hold. A stranger's claim about a
    /// conversation counts for nothing, so that nobody can probe one.
    private boolean fromElsewhere(
            PersonId person, Cursors cursors, long own, Map<ConversationId, Long> heads) {
        var otherEpoch = cursors.epoch() != null && !cursors.epoch().equals(log.epoch());
        if (otherEpoch || cursors.own() > own) {
            return true;
        }
        var ahead = new HashMap<>(cursors.conversations());
        ahead.entrySet()
                .removeIf(c -> c.getValue() <= heads.getOrDefault(c.getKey(), Long.MAX_VALUE));
        return !ahead.isEmpty() && !log.missed(person, ahead).isEmpty();
    }

    /// Those of which there may be more than the client has.
    private static Map<ConversationId, Long> behind(
            Cursors cursors, Map<ConversationId, Long> heads) {
        var behind = new HashMap<>(cursors.conversations());
        behind.entrySet().removeIf(c -> c.getValue().equals(heads.get(c.getKey())));
        return behind;
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

    private void conversations(
            PersonId person, Map<ConversationId, Long> held, Consumer<SyncPage> out) {
        if (held.isEmpty()) {
            return;
        }
        var missed = log.missed(person, held);
        var sent = new HashMap<ConversationId, Missed>();
        var room = (long) MOST_IN_ALL;
        for (var conversation : held.keySet()) {
            var part = missed.get(conversation);
            if (part == null) {
                out.accept(new SyncPage.Gone(conversation));
            } else if (part.count() > Math.min(room, MOST_MISSED)) {
                out.accept(new SyncPage.Reload(conversation));
            } else {
                sent.put(conversation, part);
                room -= part.count();
            }
        }
        cut(sent).forEach(page -> out.accept(new SyncPage.Behind(page)));
    }

    /// Into pages, each full but the last.
    private static List<Map<ConversationId, Missed>> cut(Map<ConversationId, Missed> parts) {
        var pages = new ArrayList<Map<ConversationId, Missed>>();
        var room = 0L;
        for (var part : parts.entrySet()) {
            var rest = part.getValue();
            while (!rest.part().none()) {
                if (room == 0) {
                    pages.add(new HashMap<>());
                    room = PAGE;
                }
                var next = rest.first(room);
                pages.getLast().put(part.getKey(), next);
                room -= next.count();
                rest = rest.behind(next);
            }
        }
        return pages;
    }
}
