// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.channel.SingleThreadEventLoop;
import io.palabre.socketio.SocketIoOptions;
import io.palabre.socketio.engine.Alarm;
import io.palabre.socketio.hub.Lane;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// An event loop that owns sessions: their alarms, and the [Pass] that ends when its tasks are
/// done. All methods but those of [Lane] and [#isCurrent] are for its own thread.
final class EventLane implements Lane {
    /// How often the end of a pass waits for listeners that are at work.
    private static final int PATIENCE = 3;

    private final SingleThreadEventLoop loop;
    private final int index;
    private final Map<Alarm, AlarmLine> lines = new EnumMap<>(Alarm.class);
    private final Map<String, Beats> beats = new HashMap<>(2);
    private Pass pass = new Pass();
    private final AtomicInteger listeners = new AtomicInteger();
    private boolean passEndsLater;
    private int putOff;

    /// The lines of those who asked for another heartbeat.
    private record Beats(AlarmLine ping, AlarmLine pong) {}

    EventLane(SingleThreadEventLoop loop, int index, SocketIoOptions options) {
        this.loop = loop;
        this.index = index;
        for (var alarm : Alarm.values()) {
            lines.put(alarm, line(delay(alarm, options)));
        }
        options.heartbeats()
                .forEach(
                        (name, own) ->
                                beats.put(
                                        name,
                                        new Beats(line(own.interval()), line(own.timeout()))));
    }

    private AlarmLine line(Duration delay) {
        return new AlarmLine(loop, delay.toNanos());
    }

    private static Duration delay(Alarm alarm, SocketIoOptions options) {
        return switch (alarm) {
            case PING -> options.pingInterval();
            case PONG -> options.pingTimeout();
            case UPGRADE -> options.timeouts().upgrade();
            case CLOSING -> options.timeouts().closing();
            case CONNECT -> options.timeouts().connect();
            case ATTACHMENTS -> options.timeouts().attachments();
        };
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public void listenersBegin() {
        listeners.incrementAndGet();
    }

    @Override
    public void listenersEnd() {
        listeners.decrementAndGet();
    }

    /// Once the loop has ended so has every connection on it, and there is nothing left to do.
    @Override
    public void execute(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            if (!loop.isShuttingDown()) {
                throw e;
            }
        }
    }

    /// Whether the calling thread is that of this lane.
    boolean isCurrent() {
        return loop.inEventLoop();
    }

    /// @param heartbeat the name of the one that was asked for, or null
    AlarmLine line(Alarm alarm, @Nullable String heartbeat) {
        var own = heartbeat == null ? null : beats.get(heartbeat);
        if (own != null && alarm.slot == Alarm.PING.slot) {
            return alarm == Alarm.PING ? own.ping() : own.pong();
        }
        return line(alarm);
    }

    private AlarmLine line(Alarm alarm) {
        var line = lines.get(alarm);
        if (line == null) {
            throw new IllegalStateException(alarm.name());
        }
        return line;
    }

    /// Runs `task` when the loop has done its tasks and is about to look at its sockets.
    void afterIteration(Runnable task) {
        loop.executeAfterEventLoopIteration(task);
    }

    /// What is to be written when the tasks that are queued now are done.
    Pass pass() {
        endPassLater();
        return pass;
    }

    private void endPassLater() {
        if (!passEndsLater) {
            passEndsLater = true;
            loop.execute(this::endPass);
        }
    }

    /// While listeners are at work, what they send may be about to come: it leaves in the same
    /// write if the pass ends a little later. That is behind the tasks that are queued by then, a
    /// few times at most: listeners that wait for something hold nobody up.
    @SuppressWarnings("ThreadPriorityCheck") // only a hint: nothing depends on who runs next
    private void endPass() {
        if (putOff < PATIENCE && listeners.get() > 0 && !loop.isShuttingDown()) {
            putOff++;
            Thread.yield();
            loop.execute(this::endPass);
            return;
        }
        putOff = 0;
        passEndsLater = false;
        var over = pass;
        pass = new Pass();
        over.end();
    }
}
