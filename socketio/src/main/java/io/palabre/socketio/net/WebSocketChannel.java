// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.palabre.socketio.engine.CloseCode;
import io.palabre.socketio.engine.Encoded;
import io.palabre.socketio.engine.OutboundBounds;
import io.palabre.socketio.engine.Wire;
import io.vertx.core.net.impl.ShutdownEvent;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A WebSocket and the only handler on its channel. What it sends goes out when the pass of its
/// event loop is over, in one write.
final class WebSocketChannel extends ChannelInboundHandlerAdapter
        implements Wire, FrameReader.Receiver {
    private static final long BURST_NANOS = 100_000_000;
    private static final int BURST_FACTOR = 4;
    private static final int BURST_ITERATIONS = 3;

    private final Session session;
    private final EventLane lane;
    private final WebSocketRules rules;
    private final FrameReader reader;
    private final Framing framing;
    private @Nullable ChannelHandlerContext context;
    private @Nullable ByteBuf unread;
    private int unflushed;
    private long fullSince;
    private int iterationsFull;
    private boolean flushing;
    private boolean closing;
    private boolean ended;
    private @Nullable Future<?> patience;

    WebSocketChannel(Session session, EventLane lane, WebSocketRules rules, Agreed agreed) {
        this.session = session;
        this.lane = lane;
        this.rules = rules;
        this.framing = agreed.framing();
        this.reader = new FrameReader(rules.maxMessage(), agreed.inflation());
    }

    EventLane lane() {
        return lane;
    }

    /// Whether a droppable packet would leave now. From any thread.
    boolean writable() {
        var at = context;
        return at != null && at.channel().isWritable();
    }

    /// Whether bytes are read from the client. From any thread.
    void reading(boolean on) {
        var at = context;
        if (at != null) {
            at.channel().config().setAutoRead(on);
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        this.context = context;
        context.channel().config().setWriteBufferWaterMark(rules.waterMark());
    }

    // ---- reading

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf bytes) || (closing && ended)) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (unread == null) {
            read(bytes);
            if (bytes.isReadable() && !ended) {
                unread = context.alloc().buffer(2 * bytes.readableBytes());
                unread.writeBytes(bytes);
            }
        } else {
            unread.discardReadBytes().writeBytes(bytes);
            read(unread);
            forgetRead();
        }
        bytes.release();
    }

    private void forgetRead() {
        if (unread != null && (ended || !unread.isReadable())) {
            unread.release();
            unread = null;
        }
    }

    private void read(ByteBuf in) {
        try {
            while (!ended && reader.next(in, this)) {}
        } catch (FrameError e) {
            in.skipBytes(in.readableBytes());
            close(e.code, e.getMessage() == null ? "" : e.getMessage());
            end(true);
        }
    }

    @Override
    public void message(int opcode, byte[] payload) {
        if (closing) {
            return;
        }
        if (opcode == Frames.BINARY) {
            session.received(this, payload);
            return;
        }
        var text = Utf8.decode(payload);
        if (text == null) {
            throw new FrameError(CloseCode.INVALID_DATA, "text is not UTF-8");
        }
        session.received(this, text);
    }

    @Override
    public void control(int opcode, byte[] payload) {
        switch (opcode) {
            case Frames.PING -> {
                if (writable() && !closing) {
                    write(Frames.control(Frames.PONG, payload));
                }
            }
            case Frames.CLOSE -> closedByPeer(payload);
            default -> {}
        }
    }

    private void closedByPeer(byte[] payload) {
        ClosePayload.check(payload);
        end(false);
        if (closing) {
            drop();
        } else {
            close(CloseCode.NORMAL, "");
            lastFlush();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(false);
        if (patience != null) {
            patience.cancel(false);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end(false);
        drop();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ShutdownEvent) {
            session.shutDown();
        }
        ReferenceCountUtil.release(event);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (unread != null) {
            unread.release();
            unread = null;
        }
    }

    private void end(boolean failed) {
        if (!ended) {
            ended = true;
            session.wireEnded(this, failed);
        }
    }

    // ---- writing

    @Override
    public boolean write(Encoded packet, boolean droppable) {
        if (!lane.isCurrent()) {
            lane.execute(() -> write(packet, droppable));
            return true;
        }
        if (closing || context == null) {
            return true;
        }
        if (!fits(packet, droppable, context)) {
            return false;
        }
        write(lane.frames(packet, framing));
        return true;
    }

    private boolean fits(Encoded packet, boolean droppable, ChannelHandlerContext context) {
        var bounds = rules.outbound();
        if (unflushed > bounds.bytes() / 4) {
            flush();
        }
        if (droppable) {
            return context.channel().isWritable();
        }
        if (!full(packet, bounds, 1, context)) {
            fullSince = 0;
            return true;
        }
        flush();
        return !full(packet, bounds, 1, context) || mayBurst(packet, bounds, context);
    }

    /// A burst that was only just written may exceed the bounds for as long as it takes to leave:
    /// with io_uring that is not known before the event loop has been at its sockets, however long
    /// its tasks take.
    private boolean mayBurst(Encoded packet, OutboundBounds bounds, ChannelHandlerContext context) {
        var now = System.nanoTime();
        if (fullSince == 0) {
            fullSince = now;
            iterationsFull = 0;
            lane.afterIteration(this::countIteration);
        }
        var chance = now - fullSince < BURST_NANOS || iterationsFull < BURST_ITERATIONS;
        return chance && !full(packet, bounds, BURST_FACTOR, context);
    }

    private void countIteration() {
        iterationsFull++;
        if (fullSince != 0 && iterationsFull < BURST_ITERATIONS) {
            lane.execute(() -> lane.afterIteration(this::countIteration));
        }
    }

    private static boolean full(
            Encoded packet, OutboundBounds bounds, int factor, ChannelHandlerContext context) {
        var waiting = context.channel().unsafe().outboundBuffer();
        return waiting != null
                && !waiting.isEmpty()
                && (waiting.totalPendingWriteBytes() + packet.size()
                                > (long) factor * bounds.bytes()
                        || waiting.size() >= factor * bounds.packets());
    }

    private void write(ByteBuf frame) {
        if (context == null) {
            frame.release();
            return;
        }
        unflushed += frame.readableBytes();
        var _ = context.write(frame, context.voidPromise());
        if (!flushing) {
            flushing = true;
            lane.atEndOfPass(this::flush);
        }
    }

    private void flush() {
        flushing = false;
        unflushed = 0;
        if (context != null) {
            context.flush();
        }
    }

    @Override
    public void close(CloseCode code, String reason) {
        if (!lane.isCurrent()) {
            lane.execute(() -> close(code, reason));
            return;
        }
        if (!closing && context != null) {
            write(Frames.close(code, reason));
            closing = true;
            flush();
            reading(true);
            patience =
                    context.executor()
                            .schedule(
                                    this::drop, rules.closing().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void lastFlush() {
        if (context != null) {
            context.writeAndFlush(Frames.buffer(0)).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void drop() {
        closing = true;
        if (context != null) {
            var _ = context.close();
        }
    }
}
