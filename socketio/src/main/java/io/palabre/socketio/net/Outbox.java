// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.palabre.socketio.engine.Encoded;
import io.palabre.socketio.engine.OutboundBounds;
import org.jspecify.annotations.Nullable;

/// What a WebSocket sends: it leaves when the pass of its event loop is over, in one write. What
/// the network does not take is bounded. Touched only by its event loop.
final class Outbox {
    private static final long BURST_NANOS = 100_000_000;
    private static final int BURST_FACTOR = 4;
    private static final int BURST_ITERATIONS = 3;

    private final ChannelHandlerContext context;
    private final EventLane lane;
    private final OutboundBounds bounds;
    private final Framing framing;
    private @Nullable Train train;
    private long fullSince;
    private int iterationsFull;
    private boolean flushing;

    Outbox(ChannelHandlerContext context, EventLane lane, WebSocketRules rules, Framing framing) {
        this.context = context;
        this.lane = lane;
        this.bounds = rules.outbound();
        this.framing = framing;
        context.channel().config().setWriteBufferWaterMark(rules.waterMark());
    }

    /// Takes a packet.
    ///
    /// @param droppable whether it is only worth sending if it can leave right now
    /// @return false if too much waits already
    boolean offer(Encoded packet, boolean droppable) {
        if (!(droppable ? leavesNow() : fits(packet))) {
            return false;
        }
        var pass = lane.pass();
        train = pass.append(train == null ? pass.empty() : train, packet, framing);
        flushLater(pass);
        return true;
    }

    /// Takes a control frame.
    void add(ByteBuf control) {
        var pass = lane.pass();
        train = pass.append(train == null ? pass.empty() : train, control);
        flushLater(pass);
    }

    private void flushLater(Pass pass) {
        if (!flushing) {
            flushing = true;
            pass.atEnd(this::flush);
        }
    }

    /// Writes what was taken since the last time. What goes wrong ends this WebSocket and no other.
    void flush() {
        flushing = false;
        var due = train;
        train = null;
        try {
            if (due != null) {
                write(due);
            }
            context.flush();
        } catch (RuntimeException | OutOfMemoryError fault) {
            context.pipeline().fireExceptionCaught(fault);
        }
    }

    private void write(Train train) {
        if (train.joinable() && nothingWaits(waiting())) {
            write(train.joined());
        } else {
            train.frames().forEach(this::write);
        }
    }

    private void write(ByteBuf bytes) {
        var _ = context.write(bytes.retainedDuplicate(), context.voidPromise());
    }

    // ---- bounds

    private boolean leavesNow() {
        return unflushed() < context.channel().bytesBeforeUnwritable();
    }

    private int unflushed() {
        return train == null ? 0 : train.size();
    }

    private boolean fits(Encoded packet) {
        if (unflushed() > bounds.bytes() / 4) {
            flush();
        }
        if (!full(packet, 1)) {
            fullSince = 0;
            return true;
        }
        flush();
        return !full(packet, 1) || mayBurst(packet);
    }

    /// A burst that was only just written may exceed the bounds for as long as it takes to leave:
    /// with io_uring that is not known before the event loop has been at its sockets, however long
    /// its tasks take.
    private boolean mayBurst(Encoded packet) {
        var now = System.nanoTime();
        if (fullSince == 0) {
            fullSince = now;
            iterationsFull = 0;
            lane.afterIteration(this::countIteration);
        }
        var chance = now - fullSince < BURST_NANOS || iterationsFull < BURST_ITERATIONS;
        return chance && !full(packet, BURST_FACTOR);
    }

    private void countIteration() {
        iterationsFull++;
        if (fullSince != 0 && iterationsFull < BURST_ITERATIONS) {
            lane.execute(() -> lane.afterIteration(this::countIteration));
        }
    }

    private @Nullable ChannelOutboundBuffer waiting() {
        return context.channel().unsafe().outboundBuffer();
    }

    private static boolean nothingWaits(@Nullable ChannelOutboundBuffer waiting) {
        return waiting == null || waiting.isEmpty();
    }

    private boolean full(Encoded packet, int factor) {
        var waiting = waiting();
        if (waiting == null || waiting.isEmpty()) {
            return false;
        }
        var bytes = waiting.totalPendingWriteBytes() + unflushed() + packet.size();
        return bytes > (long) factor * bounds.bytes()
                || waiting.size() >= factor * bounds.packets();
    }
}
