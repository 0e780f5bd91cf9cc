// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.presence;

import io.palabre.core.Time;
import io.palabre.core.presence.Effect;
import io.palabre.core.presence.Moment;
import io.palabre.core.presence.Roster;
import io.palabre.core.presence.TraceBook;
import io.palabre.server.timing.Bell;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/// The roster of this process, alive: calls come one at a time, what they answer is done before the
/// next, and it is called when its own time has come. Whoever has the turn waits for no store.
final class Turn implements AutoCloseable {
    private final Roster roster;
    private final Time time;
    private final Sockets sockets;
    private final TraceWriter traces;
    private final Bell bell = new Bell("presence", this::tick);
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;

    /// Those who are told.
    interface Sockets {

        /// Tells a socket; false when it cannot take it now.
        boolean tell(Effect.Tell tell);

        void closeAll();
    }

    Turn(Roster roster, Sockets sockets, TraceBook book, Time time) {
        this.roster = roster;
        this.sockets = sockets;
        this.time = time;
        traces = new TraceWriter(book);
    }

    /// Says something to the roster, and does what it answers.
    void input(Input call) {
        ask(
                () -> {
                    if (!closed) perform(call);
                    return true;
                });
    }

    @FunctionalInterface
    interface Input {
        List<Effect> to(Roster roster, Moment now);
    }

    private void perform(Input call) {
        var now = Moment.of(time);
        call.to(roster, now).forEach(effect -> perform(effect, now));
        bell.set(roster.nextDeadline(), now.millis());
    }

    /// Asks, or changes what is told to whom, while nothing else happens.
    <T> T ask(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /// The same of the roster.
    <T> T ask(Function<Roster, T> question) {
        return ask(() -> question.apply(roster));
    }

    void change(Runnable change) {
        ask(
                () -> {
                    change.run();
                    return true;
                });
    }

    Moment now() {
        return Moment.of(time);
    }

    private void tick() {
        input(
                (roster, now) -> {
                    bell.rung();
                    return roster.tick(now);
                });
    }

    private void perform(Effect effect, Moment now) {
        switch (effect) {
            case Effect.Tell tell -> tell(tell, now);
            case Effect.Store(var left) -> traces.write(left);
            case Effect.CloseAll _ -> sockets.closeAll();
            case Effect.Publish _ -> throw new IllegalStateException("there is no other node");
        }
    }

    private void tell(Effect.Tell tell, Moment now) {
        if (!sockets.tell(tell)) {
            roster.untold(tell, now).forEach(effect -> perform(effect, now));
        }
    }

    /// Everyone is gone; the last of it is written when this returns.
    @Override
    public void close() {
        bell.close();
        input(Roster::close);
        change(() -> closed = true);
        traces.close();
    }
}
