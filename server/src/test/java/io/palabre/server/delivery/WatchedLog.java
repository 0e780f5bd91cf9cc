// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.delivery;

import io.palabre.core.conversations.Command;
import io.palabre.core.conversations.Entry;
import io.palabre.core.conversations.Intervals;
import io.palabre.core.conversations.Outcome;
import io.palabre.core.conversations.OwnEntry;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.log.Epoch;
import io.palabre.core.log.Log;
import io.palabre.core.log.Missed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A log in which something happens before somebody's place in it is found, and which counts how
/// often it is read for what a person missed.
record WatchedLog(Log log, Runnable before, AtomicInteger looks) implements Log {

    WatchedLog(Log log, Runnable before) {
        this(log, before, new AtomicInteger());
    }

    @Override
    public void atMembership(PersonId person, Consumer<Set<ConversationId>> then) {
        before.run();
        log.atMembership(person, then);
    }

    @Override
    public List<OwnEntry> ownAfter(PersonId person, long seq, int limit) {
        looks.incrementAndGet();
        return log.ownAfter(person, seq, limit);
    }

    @Override
    public Outcome commit(Command command) {
        return log.commit(command);
    }

    @Override
    public Epoch epoch() {
        return log.epoch();
    }

    @Override
    public Map<ConversationId, Long> heads(Set<ConversationId> conversations) {
        return log.heads(conversations);
    }

    @Override
    public List<Entry> after(ConversationId conversation, long seq, int limit) {
        return log.after(conversation, seq, limit);
    }

    @Override
    public Map<ConversationId, Missed> missed(PersonId reader, Map<ConversationId, Long> held) {
        return log.missed(reader, held);
    }

    @Override
    public Map<ConversationId, List<Entry>> entries(Map<ConversationId, Intervals> parts) {
        return log.entries(parts);
    }

    @Override
    public long ownHead(PersonId person) {
        return log.ownHead(person);
    }
}
