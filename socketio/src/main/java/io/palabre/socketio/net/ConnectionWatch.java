// SPDX-License-Identifier: Apache-2.0
package io.palabre.socketio.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.palabre.socketio.Timeouts;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;
import java.time.Duration;

/// Watches an HTTP/1.1 connection and cuts it when its client dawdles: over the head of a request,
/// over a body, or between two requests. It looks in front of the decoder for bytes and behind it
/// for what they are; [Takeover] removes both. Touched only by the event loop of the connection.
final class ConnectionWatch {
    private static final String TIMED_OUT =
            "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    private static final int SLOWEST_BYTES_A_SECOND = 512;
    private static final int MILLIS = 1_000;

    private final Timeouts timeouts;
    private final ChannelHandlerContext context;
    private final Deadline deadline;
    private final Bytes bytes = new Bytes();
    private final Messages messages = new Messages();
    private Arriving arriving = Arriving.NOTHING;
    private int unanswered;
    private boolean answerBegun;
    private int messagesSeen;
    private long bodyBytes;

    /// What the client is in the middle of saying.
    private enum Arriving {
        NOTHING,
        HEAD,
        BODY
    }

    private ConnectionWatch(ChannelHandlerContext context, Timeouts timeouts) {
        this.context = context;
        this.timeouts = timeouts;
        deadline = new Deadline(context.channel().eventLoop(), this::overdue);
    }

    /// Begins to watch, unless it speaks another HTTP.
    static void over(HttpConnection connection, Timeouts timeouts) {
        var context = ((HttpServerConnection) connection).channelHandlerContext();
        var pipeline = context.pipeline();
        if (pipeline.get(Takeover.DECODER) != null) {
            var watch = new ConnectionWatch(context, timeouts);
            pipeline.addBefore(Takeover.DECODER, "watch-bytes", watch.bytes);
            pipeline.addBefore(Takeover.VERTX, "watch-messages", watch.messages);
            watch.deadline.in(timeouts.lines().head());
        }
    }

    /// In front of the decoder.
    private final class Bytes extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            var seenBefore = messagesSeen;
            if (message instanceof ByteBuf some && arriving == Arriving.BODY) {
                bodyBytes += some.readableBytes();
            }
            context.fireChannelRead(message);
            if (arriving == Arriving.NOTHING && messagesSeen == seenBefore) {
                arriving = Arriving.HEAD;
                deadline.in(timeouts.lines().head());
            }
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext context) {
            deadline.end();
        }
    }

    /// Behind the decoder and the encoder.
    private final class Messages extends ChannelDuplexHandler {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            messagesSeen++;
            if (message instanceof HttpRequest) {
                headArrived();
            }
            if (message instanceof LastHttpContent) {
                arriving = Arriving.NOTHING;
                betweenRequests();
            }
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            var _ = context.write(message, promise);
            if (message instanceof HttpResponse head) {
                answerBegun = head.status().codeClass() != HttpStatusClass.INFORMATIONAL;
            }
            if (message instanceof LastHttpContent && answerBegun) {
                answered();
            }
        }
    }

    private void headArrived() {
        unanswered++;
        arriving = Arriving.BODY;
        bodyBytes = 0;
        deadline.in(timeouts.lines().body());
    }

    private void answered() {
        answerBegun = false;
        unanswered--;
        if (arriving == Arriving.NOTHING) {
            betweenRequests();
        } else if (arriving == Arriving.BODY && unanswered == 0) {
            deadline.in(timeouts.request());
        }
    }

    /// While the server has something to answer it is not the client who keeps it waiting.
    private void betweenRequests() {
        if (unanswered == 0) {
            deadline.in(timeouts.lines().idle());
        } else {
            deadline.never();
        }
    }

    private void overdue() {
        if (context.pipeline().get(Takeover.DECODER) == null) {
            return; // it speaks something else now
        }
        switch (arriving) {
            case NOTHING -> cut();
            case HEAD -> cutUnlessWeRest(timeouts.lines().head(), unanswered == 0);
            case BODY -> {
                if (unanswered > 0 && goesOn()) {
                    waitFor(timeouts.lines().body());
                } else {
                    cutUnlessWeRest(timeouts.lines().body(), unanswered == 1 && !answerBegun);
                }
            }
        }
    }

    private boolean goesOn() {
        return bodyBytes * MILLIS >= SLOWEST_BYTES_A_SECOND * timeouts.lines().body().toMillis();
    }

    private void waitFor(Duration longer) {
        bodyBytes = 0;
        deadline.in(longer);
    }

    private void cutUnlessWeRest(Duration longer, boolean canBeTold) {
        if (!context.channel().config().isAutoRead()) {
            waitFor(longer);
        } else if (canBeTold) {
            var answer = ByteBufUtil.writeAscii(context.alloc(), TIMED_OUT);
            context.pipeline()
                    .context(bytes)
                    .writeAndFlush(answer)
                    .addListener(ChannelFutureListener.CLOSE);
        } else {
            cut();
        }
    }

    private void cut() {
        var _ = context.close();
    }
}
