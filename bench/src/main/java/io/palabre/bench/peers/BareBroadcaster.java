// SPDX-License-Identifier: Apache-2.0
package io.palabre.bench.peers;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What cannot be undercut: raw WebSocket on Netty, no protocol above the frame. A text that begins
/// with `e` goes back; any other is framed once and its bytes are written to everyone, with one
/// flush for each channel and pass of the event loop.
public final class BareBroadcaster {

    private final Set<ChannelHandlerContext> everyone = new HashSet<>();
    private final MultiThreadIoEventLoopGroup loops;
    private final CompletableFuture<Channel> listening = new CompletableFuture<>();
    private boolean flushing;

    private BareBroadcaster(IoHandlerFactory io) {
        loops = new MultiThreadIoEventLoopGroup(1, io);
    }

    /// Takes `--port N` and perhaps `--io-uring`.
    public static void main(String[] args) throws IOException {
        var _ = listen(LineProtocol.port(args), LineProtocol.ioUring(args));
        LineProtocol.serve();
    }

    /// Serves on 127.0.0.1; 0 takes a free port.
    static BareBroadcaster listen(int port, boolean ioUring) {
        BareBroadcaster room =
                new BareBroadcaster(
                        ioUring ? IoUringIoHandler.newFactory() : EpollIoHandler.newFactory());
        new ServerBootstrap()
                .group(room.loops)
                .channel(
                        ioUring ? IoUringServerSocketChannel.class : EpollServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 4096)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(
                        new ChannelInitializer<>() {
                            @Override
                            protected void initChannel(Channel channel) {
                                room.open(channel);
                            }
                        })
                .bind("127.0.0.1", port)
                .addListener((ChannelFuture bound) -> room.listening.complete(bound.channel()))
                .syncUninterruptibly();
        return room;
    }

    int port() {
        return ((InetSocketAddress) listening.join().localAddress()).getPort();
    }

    void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private void open(Channel channel) {
        channel.pipeline()
                .addLast(
                        new HttpServerCodec(),
                        new HttpObjectAggregator(8 * 1024),
                        new WebSocketServerProtocolHandler("/"),
                        new Member());
    }

    private void tell(ByteBuf text) {
        ByteBuf frame = framed(text);
        for (ChannelHandlerContext head : everyone) {
            var _ = head.write(frame.retainedDuplicate(), head.voidPromise());
        }
        frame.release();
    }

    private static ByteBuf framed(ByteBuf text) {
        int length = text.readableBytes();
        ByteBuf frame = text.alloc().directBuffer(length + 4).writeByte(0x81);
        if (length < 126) frame.writeByte(length);
        else frame.writeByte(126).writeShort(length);
        return frame.writeBytes(text);
    }

    /// Behind what else is to be read in this pass.
    private void flushLater(ChannelHandlerContext context) {
        if (flushing) return;
        flushing = true;
        context.executor()
                .execute(
                        () -> {
                            flushing = false;
                            everyone.forEach(ChannelHandlerContext::flush);
                        });
    }

    private final class Member extends SimpleChannelInboundHandler<WebSocketFrame> {
        /// In front of all encoders, so that a frame's bytes leave as they are.
        private @Nullable ChannelHandlerContext head;

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete) {
                head = context.pipeline().firstContext();
                everyone.add(head);
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            if (!(frame instanceof TextWebSocketFrame) || head == null) return;
            ByteBuf text = frame.content();
            if (text.getByte(text.readerIndex()) == 'e') {
                var _ = head.writeAndFlush(framed(text), head.voidPromise());
            } else {
                tell(text);
                flushLater(context);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (head != null) everyone.remove(head);
        }
    }
}
