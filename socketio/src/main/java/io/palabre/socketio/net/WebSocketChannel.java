// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.palabre.socketio.engine.CloseCode;
import io.palabre.socketio.engine.Encoded;
import io.palabre.socketio.engine.Wire;
import io.vertx.core.net.impl.ShutdownEvent;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A WebSocket and the only handler on its channel. What it sends goes through its [Outbox].
final class WebSocketChannel extends ChannelInboundHandlerAdapter
        implements Wire, FrameReader.Receiver {
    private final Session session;
    private final EventLane lane;
    private final WebSocketRules rules;
    private final FrameReader reader;
    private final Framing framing;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Outbox outbox;
    private @Nullable ByteBuf unread;
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
        this.outbox = new Outbox(context, lane, rules, framing);
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
                if (outbox != null && writable() && !closing) {
                    outbox.add(Frames.control(Frames.PONG, payload));
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
        closing = true;
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
        return closing || outbox == null || outbox.offer(packet, droppable);
    }

    @Override
    public void close(CloseCode code, String reason) {
        if (!lane.isCurrent()) {
            lane.execute(() -> close(code, reason));
            return;
        }
        if (!closing && context != null && outbox != null) {
            outbox.add(Frames.close(code, reason));
            closing = true;
            outbox.flush();
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
