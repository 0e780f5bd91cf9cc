// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.arranging;

import io.palabre.core.Time;
import io.palabre.core.conversations.Arrangement;
import io.palabre.core.inbox.Inbox;
import io.palabre.core.inbox.MuteEnd;
import io.palabre.core.log.Unavailable;
import io.palabre.core.presence.Moment;
import io.palabre.server.timing.Bell;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says which mutes are over by themselves, when they are: nothing is committed then, but what is
/// unread there counts again. The store knows them all; here it is only known when to look.
public final class MuteEnds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MuteEnds.class);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Inbox inbox;
    private final Consumer<MuteEnd> ended;
    private final Time time;
    private final Bell bell = new Bell("mute ends", this::look);
    private final ReentrantLock turn = new ReentrantLock();
    private Instant saidTo;
    private Instant next = Instant.MAX;

    /// @param ended hears of each from now on
    public MuteEnds(Inbox inbox, Consumer<MuteEnd> ended, Time time) {
        this.inbox = inbox;
        this.ended = ended;
        this.time = time;
        saidTo = time.now();
        look();
    }

    /// Somebody has arranged a conversation so.
    public void arranged(Arrangement arrangement) {
        Optional.ofNullable(arrangement.mutedUntil()).ifPresent(this::lookBy);
    }

    private void look() {
        turn.lock();
        try {
            bell.rung();
            next = Instant.MAX;
        } finally {
            turn.unlock();
        }
        lookBy(tell());
    }

    /// What is arranged meanwhile is not held up. Says when the next is over.
    private Instant tell() {
        try {
            var now = time.now();
            inbox.mutesEnded(saidTo, now).forEach(ended);
            if (now.isAfter(saidTo)) saidTo = now;
            return inbox.nextMuteEnd(now).orElse(Instant.MAX);
        } catch (Unavailable unavailable) {
            LOG.warn("which mutes are over is not known: {}", unavailable.getMessage());
            return time.now().plus(AGAIN);
        }
    }

    /// Then at the latest. What is far is looked for again before, as the clock may be set
    /// meanwhile.
    private void lookBy(Instant end) {
        turn.lock();
        try {
            if (!end.isBefore(next)) return;
            next = end;
            var now = time.now();
            boolean far = end.isAfter(now.plus(LONGEST));
            long wait = far ? LONGEST.toMillis() : Duration.between(now, end).toMillis() + 1;
            long millis = Moment.of(time).millis();
            bell.set(OptionalLong.of(millis + wait), millis);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        bell.close();
    }
}
