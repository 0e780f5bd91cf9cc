// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.receipts;

import io.palabre.core.Time;
import io.palabre.core.ids.ConversationId;
import io.palabre.core.ids.PersonId;
import io.palabre.core.log.Unavailable;
import io.palabre.core.presence.Moment;
import io.palabre.core.receipts.Mark;
import io.palabre.core.receipts.Moved;
import io.palabre.core.receipts.Receipts;
import io.palabre.server.timing.Bell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What devices say they have got: of one person and conversation the furthest, all stored together
/// and at most every [#BETWEEN_MILLIS]. What cannot be stored is dropped; a later mark says as
/// much.
public final class Marks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Marks.class);
    private static final long BETWEEN_MILLIS = 250;

    private final Receipts receipts;
    private final Consumer<Moved> told;
    private final Time time;
    private final Bell bell = new Bell("receipts", this::store);
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<Who, Mark> waiting = new HashMap<>();
    private long quietUntil;

    private record Who(PersonId person, ConversationId conversation) {}

    /// @param told hears of every cursor that has moved
    public Marks(Receipts receipts, Consumer<Moved> told, Time time) {
        this.receipts = receipts;
        this.told = told;
        this.time = time;
        quietUntil = now();
    }

    void add(Mark mark) {
        turn.lock();
        try {
            waiting.merge(new Who(mark.person(), mark.conversation()), mark, Marks::further);
            long now = now();
            bell.set(OptionalLong.of(Math.max(now, quietUntil)), now);
        } finally {
            turn.unlock();
        }
    }

    private static Mark further(Mark one, Mark other) {
        return other.seq() > one.seq() ? other : one;
    }

    private void store() {
        try {
            receipts.deliver(taken()).forEach(told);
        } catch (Unavailable unavailable) {
            LOG.warn("what was delivered is not stored: {}", unavailable.getMessage());
        }
    }

    private List<Mark> taken() {
        turn.lock();
        try {
            bell.rung();
            quietUntil = now() + BETWEEN_MILLIS;
            var taken = new ArrayList<>(waiting.values());
            waiting.clear();
            return taken;
        } finally {
            turn.unlock();
        }
    }

    private long now() {
        return Moment.of(time).millis();
    }

    /// Stores what waits.
    @Override
    public void close() {
        bell.close();
        store();
    }
}
